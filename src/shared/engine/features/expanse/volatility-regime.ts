import { clamp } from '../clamp.ts';

/** volatility_regime = ln(short ATR / long ATR) in [-2, 2]: above 0 while bars are larger than lately. 0 where nothing moved. */
export function volatilityRegime(short: Float64Array, long: Float64Array): Float64Array {
  return short.map((value, i) => (value > 0 && long[i] > 0 ? clamp(Math.log(value / long[i]), -2, 2) : 0));
}
