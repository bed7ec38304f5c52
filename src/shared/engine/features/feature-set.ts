import { ExpanseError } from '../../contract/errors.ts';
import type { FeatureSetName } from '../../domain/train-config.ts';
import { EXPANSE_1_NAMES, expanse1 } from './expanse/expanse-1.ts';
import { EXPANSE_2_NAMES, expanse2 } from './expanse/expanse-2.ts';
import { mirroredExpanse } from './expanse/mirrored-expanse.ts';
import type { MirroredFeature } from './mirrored-feature.ts';
import type { Ohlc } from './ohlc.ts';
import { relativityCorrected } from './relativity/relativity-corrected.ts';
import { RELATIVITY_NAMES, relativity } from './relativity/relativity.ts';

/** The inputs of a model: what they are called, in which order, and how they are computed. */
export interface FeatureSet {
  readonly name: FeatureSetName;
  /** Of one bar, in order; position_encoding, where the set has it, comes last. */
  readonly names: readonly string[];
  /** Whether position_encoding, which depends on the window and not on the bar, is appended. */
  readonly withPosition: boolean;
  /** What each of them is with log prices reflected; null: no signed permutation of the features tells. */
  readonly mirrored: ((name: string) => MirroredFeature) | null;
  /** One causal pass from the first bar given. -> columns without position_encoding, [n] each. */
  compute(bars: Ohlc, windowLength: number): readonly Float64Array[];
}

/** Bars read before a window, where the series has them, so that its features do not depend on where it was cut. */
export const WARM_UP_BARS = 200;

const FEATURE_SETS: readonly FeatureSet[] = [
  { name: 'relativity', names: RELATIVITY_NAMES, withPosition: false, mirrored: null, compute: relativity },
  { name: 'relativity+position', names: [...RELATIVITY_NAMES, 'position_encoding'], withPosition: true, mirrored: null, compute: relativity },
  { name: 'relativity-corrected', names: RELATIVITY_NAMES, withPosition: false, mirrored: null, compute: relativityCorrected },
  { name: 'expanse-1', names: EXPANSE_1_NAMES, withPosition: false, mirrored: mirroredExpanse, compute: expanse1 },
  { name: 'expanse-2', names: EXPANSE_2_NAMES, withPosition: false, mirrored: mirroredExpanse, compute: expanse2 },
];

export const FEATURE_SET_NAMES: readonly FeatureSetName[] = FEATURE_SETS.map(({ name }) => name);

/** Throws ExpanseError 'invalid-input' for a name that no set has. */
export function featureSet(name: FeatureSetName): FeatureSet {
  const found = FEATURE_SETS.find((set) => set.name === name);
  if (found !== undefined) return found;
  throw new ExpanseError('invalid-input', `There is no feature set "${name}".`, `Choose one of ${FEATURE_SET_NAMES.join(', ')}.`);
}
