import { inUnits } from './in-units.ts';

/**
 * displacement_h = (close - close h bars ago) / (ATR sqrt(h)), in [-5, 5]: for a random walk of any volatility the same
 * spread at every horizon. 0 before bar h. atr: [n]. Memory: h bars and the ATR's.
 */
export function displacement(close: Float64Array, atr: Float64Array, horizon: number): Float64Array {
  return close.map((price, i) => (i < horizon ? 0 : inUnits(price - close[i - horizon], atr[i] * Math.sqrt(horizon), 5)));
}
