import type { ZoneClock } from '../../../shared/calendar/zone-clock.ts';
import type { BarColumns } from '../../../shared/domain/bar.ts';
import { formatBarTime } from '../time/format-time.ts';
import type { HigherReadout } from './higher-types.ts';

export interface ReadoutOf {
  readonly bars: BarColumns;
  readonly index: number;
  readonly known: HigherReadout['known'];
  /** Of the higher timeframe. */
  readonly candleMs: number;
  readonly priceDecimals: number;
}

export function higherReadout({ bars, index, known, candleMs, priceDecimals }: ReadoutOf, clock: ZoneClock): HigherReadout {
  const price = (column: Float64Array): string => column[index].toFixed(priceDecimals);
  const change = bars.close[index] - bars.open[index];
  return {
    time: formatBarTime(bars.time[index], clock, candleMs),
    open: price(bars.open),
    high: price(bars.high),
    low: price(bars.low),
    close: price(bars.close),
    direction: change > 0 ? 'up' : change < 0 ? 'down' : 'flat',
    known,
  };
}

export const KNOWN_WORDS: Readonly<Record<HigherReadout['known'], string>> = { whole: '', 'so-far': 'so far', later: 'later' };

/** The bar in a sentence, for those who cannot see it. */
export function spokenReadout({ time, open, high, low, close, known }: HigherReadout): string {
  return [time, KNOWN_WORDS[known], `open ${open}, high ${high}, low ${low}, close ${close}`].filter((part) => part !== '').join(', ');
}
