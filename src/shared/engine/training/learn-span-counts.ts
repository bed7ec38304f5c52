import type { Parameters } from '../model/parameters.ts';
import type { TrainPart } from './train-data.ts';

/** As if each number of spans had been seen in so many windows more. */
const UNSEEN = 0.5;

/**
 * Starts the scores of the number of spans at the log of its share among the training windows, which steps as small as the
 * optimiser's would not reach in a training. Where the model has no such scores, nothing is done.
 */
export function learnSpanCounts({ views }: Parameters, { spanCount, windows }: TrainPart): void {
  const counts = views.get('segments.counts');
  if (counts === undefined) return;
  const seen = new Float64Array(counts.length).fill(UNSEEN);
  for (let n = 0; n < windows; n++) seen[Math.min(spanCount[n], counts.length - 1)]++;
  const all = seen.reduce((sum, count) => sum + count, 0);
  seen.forEach((count, m) => (counts[m] = Math.log(count / all)));
}
