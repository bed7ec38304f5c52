import type { ThresholdScore } from '../../domain/evaluation.ts';
import { scoreCounts } from './bar-scores.ts';

/** Reported where no threshold can be told from another: no labelled bar, or none that any threshold finds. */
const UNDECIDED = 0.5;

/**
 * The threshold that maximises bar F1, and its scores; of equal ones the highest. Between the probabilities of two labelled
 * bars a threshold can only lose precision, so those probabilities are all the candidates there are.
 * probability, target: [n]. O(n log n).
 */
export function bestThreshold(probability: Float32Array, target: Float32Array | Uint8Array): ThresholdScore {
  const labelled = descending(probability.filter((_, i) => target[i] > 0.5));
  const others = descending(probability.filter((_, i) => !(target[i] > 0.5)));
  let best: ThresholdScore = { threshold: UNDECIDED, precision: 0, recall: 0, f1: 0 };
  let found = 0;
  let wrong = 0;
  while (found < labelled.length && !Number.isNaN(labelled[found])) {
    const threshold = labelled[found];
    while (found < labelled.length && labelled[found] >= threshold) found++;
    while (wrong < others.length && others[wrong] >= threshold) wrong++;
    const score = scoreCounts({ truePositives: found, falsePositives: wrong, falseNegatives: labelled.length - found });
    if (score.f1 > best.f1) best = { threshold, ...score };
  }
  return best;
}

// NaN, which predicts nothing, comes last: TypedArray sort puts it at one end and reverse would bring it to the front.
function descending(values: Float32Array): Float32Array {
  return values.map((value) => -value).sort().map((value) => -value);
}
