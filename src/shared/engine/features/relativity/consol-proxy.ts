import { clamp } from '../clamp.ts';

/**
 * consol_proxy = (1 - range_z / 3) * (1 - |body_pct|) * mean(bars_since_SH_norm, bars_since_SL_norm) in [0, 3], without unit:
 * small ranges and bodies, long after the last swings. Source: moola, relativity.py.
 */
export function consolProxy(rangeZ: Float64Array, bodyPct: Float64Array, sinceHigh: Float64Array, sinceLow: Float64Array): Float64Array {
  return rangeZ.map((z, i) => clamp((1 - z / 3) * (1 - Math.abs(bodyPct[i])) * ((sinceHigh[i] + sinceLow[i]) / 2), 0, 3));
}
