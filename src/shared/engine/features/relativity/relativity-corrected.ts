import { averageTrueRange } from '../expanse/average-true-range.ts';
import type { Ohlc } from '../ohlc.ts';
import { candleShape } from './candle-shape.ts';
import { confirmedSwingDistances } from './confirmed-swing-distances.ts';
import { relativityColumns } from './relativity-columns.ts';

const ATR_PERIOD = 10;
/** As published where the published rule is sound: a close 1.2 ATR beyond the extreme confirms it. */
const SWINGS = { prominence: 1.2, reach: 80 };

/** Any range counts: the published floor of 1e-6 is an absolute price, which coins of small prices never exceed. */
const ANY_RANGE = Number.MIN_VALUE;

/**
 * The twelve features of `relativity` without its faults: swings confirmed by k x ATR only, an age for "no swing known", and
 * no absolute price anywhere. Memory: 170 bars from the swings, and an exponential mean of 20 bars, of which 200 warm-up bars
 * leave 2e-9. -> columns in the order of RELATIVITY_NAMES, [n] each.
 */
export function relativityCorrected(bars: Ohlc, windowLength: number): Float64Array[] {
  const shape = candleShape(bars, ANY_RANGE);
  const swings = confirmedSwingDistances(bars, averageTrueRange(bars, ATR_PERIOD), SWINGS, windowLength);
  return relativityColumns(shape, swings, swings.leg);
}
