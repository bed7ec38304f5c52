import { aboveMean } from './above-mean.ts';
import { inUnits } from './in-units.ts';

/**
 * momentum_f_s = (mean close of the last f bars - mean close of the last s bars) / ATR, in [-5, 5]: above 0 while price
 * lately stands above where it stood for longer. atr: [n]. Memory: s bars and the ATR's.
 * Source: G. Appel's moving-average convergence (1979), with plain means in place of exponential ones, which never forget.
 */
export function momentum(close: Float64Array, atr: Float64Array, fast: number, slow: number): Float64Array {
  const aboveFast = aboveMean(close, fast);
  return aboveMean(close, slow).map((aboveSlow, i) => inUnits(aboveSlow - aboveFast[i], atr[i], 5));
}
