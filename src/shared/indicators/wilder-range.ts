import type { Ohlc } from '../engine/features/ohlc.ts';
import { trueRange } from '../engine/features/true-range.ts';
import { recursiveAverage } from './exponential-average.ts';

/**
 * Wilder's average true range over `period` bars, in the quote unit: a[i] = a[i-1] + (TR[i] - a[i-1]) / period, begun at bar period - 1
 * with the mean of the first `period` true ranges, of which the very first is high - low for want of a close before it. NaN before that:
 * the warm-up. Source: J. W. Wilder, New Concepts in Technical Trading Systems, 1978. -> [n]
 */
export function wilderRange(bars: Ohlc, period: number): Float64Array {
  return recursiveAverage(Float64Array.from(bars.close, (_, i) => trueRange(bars, i)), period, 1 / period);
}
