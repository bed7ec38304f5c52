import type { Ohlc } from '../ohlc.ts';
import { trueRange } from '../true-range.ts';

/**
 * Mean true range of the last `period` bars, of fewer at the start; 0 for the first bar, whose true range is not counted.
 * In the quote unit. Source: moola, zigzag.py (`_update_atr`).
 */
export function rollingRangeMean(bars: Ohlc, period: number): Float64Array {
  const count = bars.close.length;
  const mean = new Float64Array(count);
  const recent: number[] = [];
  for (let i = 1; i < count; i++) {
    recent.push(trueRange(bars, i));
    if (recent.length > period) recent.shift();
    mean[i] = sumPairwise(recent) / recent.length;
  }
  return mean;
}

// The published values were summed by NumPy, eight lanes at a time; in another order the last bit differs, and a swing can
// hang on the last bit. Exact for up to 15 values.
function sumPairwise(values: readonly number[]): number {
  if (values.length < 8) return values.reduce((sum, value) => sum + value, 0);
  const [a, b, c, d, e, f, g, h, ...rest] = values;
  return rest.reduce((sum, value) => sum + value, a + b + (c + d) + (e + f + (g + h)));
}
