import type { CandlestickData, UTCTimestamp } from 'lightweight-charts';
import type { BarColumns } from '../../../shared/domain/bar.ts';

/** lightweight-charts counts in seconds. */
export const chartTime = (ms: number): UTCTimestamp => (ms / 1000) as UTCTimestamp;

export function candleData(bars: BarColumns): CandlestickData[] {
  const data = new Array<CandlestickData>(bars.time.length);
  for (let i = 0; i < data.length; i += 1) {
    data[i] = { time: chartTime(bars.time[i]), open: bars.open[i], high: bars.high[i], low: bars.low[i], close: bars.close[i] };
  }
  return data;
}
