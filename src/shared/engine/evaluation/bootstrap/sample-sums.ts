import type { WindowSums } from '../sums/window-sums.ts';
import type { Resamples } from './resamples.ts';

/** The figures of every resample: [resamples] for each name. */
export function sampleSums({ names, width, rows, figuresOf }: WindowSums, { groupOf, groups, counts, resamples }: Resamples): readonly Float64Array[] {
  const ofGroups = new Float64Array(groups * width);
  groupOf.forEach((group, n) => {
    for (let k = 0; k < width; k++) ofGroups[group * width + k] += rows[n * width + k];
  });
  const samples = names.map(() => new Float64Array(resamples));
  const sums = new Float64Array(width);
  for (let r = 0; r < resamples; r++) {
    sums.fill(0);
    for (let group = 0; group < groups; group++) {
      const count = counts[r * groups + group];
      if (count === 0) continue;
      for (let k = 0; k < width; k++) sums[k] += count * ofGroups[group * width + k];
    }
    figuresOf(sums).forEach((figure, k) => (samples[k][r] = figure));
  }
  return samples;
}
