import { averageTrueRange } from './expanse/average-true-range.ts';
import { viewOhlc, type Ohlc } from './ohlc.ts';

/** About as long as expansions are. */
const STRETCH_BARS = 6;
const ATR_BARS = 20;

/**
 * Of each bar: how far the liveliest stretch of six bars that holds it moves from its first open to its last close, in average true
 * ranges (ATR) of the 20 bars until before it. The simplest rule that a person would write down for an expansion; it looks ahead
 * within the bars that it is given. warmUp: bars before those that are asked for. -> [n - warmUp], 0 where no stretch fits.
 */
export function stretchDisplacement(all: Ohlc, warmUp: number): Float32Array {
  const before = Math.min(warmUp, ATR_BARS + STRETCH_BARS);
  const bars = viewOhlc(all, warmUp - before, all.close.length);
  const atr = averageTrueRange(bars, ATR_BARS);
  const score = new Float32Array(bars.close.length);
  for (let start = 1; start + STRETCH_BARS <= score.length; start++) {
    const end = start + STRETCH_BARS - 1;
    const moved = Math.abs(bars.close[end] - bars.open[start]);
    const units = atr[start - 1] > 0 ? moved / atr[start - 1] : 0;
    for (let t = start; t <= end; t++) score[t] = Math.max(score[t], units);
  }
  return score.subarray(before);
}
