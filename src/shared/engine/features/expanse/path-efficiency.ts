import { inUnits } from './in-units.ts';

/**
 * path_efficiency_h = (close - close h bars ago) / sum of |close - previous close| over those bars, in [-1, 1]: 1 for a
 * straight rise, near 0 where price went nowhere. 0 before bar h. Memory: h bars.
 * Source: P. J. Kaufman's efficiency ratio (Smarter Trading, 1995), signed.
 */
export function pathEfficiency(close: Float64Array, horizon: number): Float64Array {
  return close.map((price, i) => {
    if (i < horizon) return 0;
    let path = 0;
    for (let k = i - horizon + 1; k <= i; k++) path += Math.abs(close[k] - close[k - 1]);
    return inUnits(price - close[i - horizon], path, 1);
  });
}
