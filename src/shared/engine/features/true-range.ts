import type { Ohlc } from './ohlc.ts';

/**
 * Price travelled by bar i, the gap to the previous close included: max(high - low, |high - close[i-1]|, |low - close[i-1]|),
 * and high - low for the first bar. In the quote unit. Source: J. W. Wilder, New Concepts in Technical Trading Systems, 1978.
 */
export function trueRange(bars: Ohlc, i: number): number {
  const range = bars.high[i] - bars.low[i];
  if (i === 0) return range;
  const before = bars.close[i - 1];
  return Math.max(range, Math.abs(bars.high[i] - before), Math.abs(bars.low[i] - before));
}
