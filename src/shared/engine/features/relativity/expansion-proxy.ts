import { clamp } from '../clamp.ts';

/**
 * expansion_proxy = range_z * leg direction * body_pct in [-2, 2], without unit: a large body in the direction of the leg.
 * trend: [n] in {-1, 0, 1}. Source: moola, relativity.py.
 */
export function expansionProxy(rangeZ: Float64Array, bodyPct: Float64Array, trend: Int8Array): Float64Array {
  return rangeZ.map((z, i) => clamp(z * trend[i] * bodyPct[i], -2, 2));
}
