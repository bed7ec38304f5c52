import { BEGINS, type CalendarMarks } from '../calendar/calendar-marks.ts';
import type { BarColumns } from '../domain/bar.ts';

/** The day's price, weighted by volume. */
export interface DayVwap {
  /** [n], in the quote unit; NaN until the day has a volume. */
  readonly value: Float64Array;
  /** [n]: 1 where a day begins, so that no line leads there from the day before. */
  readonly begins: Uint8Array;
}

/**
 * Volume-weighted average price since the first bar of the day: the sum of (high + low + close) / 3 * volume over the sum of volume. A
 * bar without a volume weighs nothing. The first bar given begins a day, whether it does or not: give the bars from the day's first on.
 * Source: S. A. Berkowitz, D. E. Logue, E. A. Noser, The Total Cost of Transactions on the NYSE, Journal of Finance 43, 1988; the typical
 * price of a bar stands for its trades, which nobody keeps. days: of these bars. O(n).
 */
export function dayVwap({ high, low, close, volume }: BarColumns, days: CalendarMarks): DayVwap {
  const value = new Float64Array(close.length);
  const begins = dayBegins(days);
  let [money, traded] = [0, 0];
  for (let i = 0; i < value.length; i++) {
    if (begins[i] === 1) [money, traded] = [0, 0];
    const weight = volume[i] > 0 ? volume[i] : 0;
    money += ((high[i] + low[i] + close[i]) / 3) * weight;
    traded += weight;
    value[i] = traded > 0 ? money / traded : NaN;
  }
  return { value, begins };
}

function dayBegins({ index, begins, bars }: CalendarMarks): Uint8Array {
  const flags = new Uint8Array(bars);
  index.forEach((bar, m) => (flags[bar] = begins[m] & BEGINS.day ? 1 : 0));
  return flags;
}
