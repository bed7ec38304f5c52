import type { TrainConfig } from '../../domain/train-config.ts';
import { featureSet } from '../features/feature-set.ts';
import { mirrorFeatures } from '../features/mirror-features.ts';
import type { MemberRun } from '../model/ensemble.ts';

/** What turns windows upside down for a run that judges them both ways; null for one that does not. */
export function mirrorOf({ features, mirroredPredictions }: Pick<TrainConfig, 'features' | 'mirroredPredictions'>): NonNullable<MemberRun['mirror']> | null {
  if (mirroredPredictions !== true) return null;
  const set = featureSet(features);
  return (values) => mirrorFeatures(set, values);
}
