import { aboveMean } from './above-mean.ts';
import { inUnits } from './in-units.ts';

/** trend_p = (close - mean close of the last p bars) / ATR, in [-5, 5]. atr: [n]. Memory: p bars and the ATR's. */
export function trend(close: Float64Array, atr: Float64Array, period: number): Float64Array {
  return aboveMean(close, period).map((distance, i) => inUnits(distance, atr[i], 5));
}
