import type { BarColumns } from '../../domain/bar.ts';

/** What features read of bars: no volume, which many sources lack, and no time. Equal lengths, ascending by time. */
export type Ohlc = Pick<BarColumns, 'open' | 'high' | 'low' | 'close'>;

/** The bars [from, to) as views on the same memory. */
export function viewOhlc(bars: Ohlc, from: number, to: number): Ohlc {
  return {
    open: bars.open.subarray(from, to),
    high: bars.high.subarray(from, to),
    low: bars.low.subarray(from, to),
    close: bars.close.subarray(from, to),
  };
}
