import { ExpanseError } from '../../contract/errors.ts';
import type { FeatureSet } from './feature-set.ts';

/**
 * Features of the same bars upside down, without a second pass over them: exact for what is measured in log prices, and as good as
 * a price's distance is its logarithm's for the others. features: [N,D] of a set's D in order. -> [N,D]. Throws ExpanseError
 * 'invalid-input' for a set that does not tell its mirror image.
 */
export function mirrorFeatures(set: FeatureSet, features: Float32Array): Float32Array {
  const columns = mirroredColumns(set);
  const mirrored = new Float32Array(features.length);
  for (let row = 0; row < features.length; row += columns.length) {
    columns.forEach(({ from, sign }, d) => (mirrored[row + d] = sign * features[row + from]));
  }
  return mirrored;
}

/** [D] */
function mirroredColumns({ name, names, mirrored }: FeatureSet): readonly { readonly from: number; readonly sign: 1 | -1 }[] {
  if (mirrored === null) throw new ExpanseError('invalid-input', `The features "${name}" have no mirror image.`, 'Train without mirroredPredictions, or with features that have one, such as expanse-1.');
  return names.map((feature) => {
    const { from, sign } = mirrored(feature);
    return { from: names.indexOf(from), sign };
  });
}
