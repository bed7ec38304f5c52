import type { MirroredFeature } from '../mirrored-feature.ts';

/** Of either direction, and the same in both. */
const WITHOUT_DIRECTION: ReadonlySet<string> = new Set(['range_atr', 'volatility_regime']);

/** Features of the families of `expanse` upside down: swings change roles, and what has a direction turns it round. */
export function mirroredExpanse(name: string): MirroredFeature {
  if (WITHOUT_DIRECTION.has(name)) return { from: name, sign: 1 };
  if (name.startsWith('swing_high_')) return { from: name.replace('high', 'low'), sign: 1 };
  if (name.startsWith('swing_low_')) return { from: name.replace('low', 'high'), sign: 1 };
  return { from: name, sign: -1 };
}
