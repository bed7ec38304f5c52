import { countBars, scoreCounts } from './bar-scores.ts';

/**
 * Mean of per-window bar F1. A window in which neither a label nor a prediction holds a bar has no F1 and is left out;
 * where every window holds a span, as in the published study, that leaves out none.
 * probability, target: [windows * length]
 */
export function macroF1(probability: Float32Array, target: Float32Array | Uint8Array, length: number, threshold: number): number {
  let sum = 0;
  let judged = 0;
  for (let from = 0; from + length <= target.length; from += length) {
    const counts = countBars(probability.subarray(from, from + length), target.subarray(from, from + length), threshold);
    if (counts.truePositives + counts.falsePositives + counts.falseNegatives === 0) continue;
    sum += scoreCounts(counts).f1;
    judged++;
  }
  return judged === 0 ? 0 : sum / judged;
}
