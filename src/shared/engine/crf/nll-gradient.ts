import type { CrfScores, CrfSequence } from './crf-scores.ts';
import { forwardBackward } from './forward-backward.ts';
import { pathScore } from './path-score.ts';

export interface CrfGradient {
  /** [T,K] */
  readonly emissions: Float64Array;
  /** [K] */
  readonly start: Float64Array;
  /** [K] */
  readonly end: Float64Array;
  /** [K,K] */
  readonly transitions: Float64Array;
}

/**
 * Negative log-likelihood of a path, logZ - score, and its gradient: what the model expects of a score less what the
 * path holds of it. path: [T].
 */
export function nllGradient(sequence: CrfSequence, scores: CrfScores, path: ArrayLike<number>): { nll: number; gradient: CrfGradient } {
  const { tags } = scores;
  const { logZ, marginals, pairwise } = forwardBackward(sequence, scores);
  const last = (sequence.length - 1) * tags;
  const gradient = {
    start: marginals.slice(0, tags),
    end: marginals.slice(last, last + tags),
    transitions: sumOverTime(pairwise, tags * tags),
    emissions: marginals,
  };
  gradient.start[path[0]] -= 1;
  gradient.end[path[sequence.length - 1]] -= 1;
  for (let t = 0; t < sequence.length; t++) gradient.emissions[t * tags + path[t]] -= 1;
  for (let t = 1; t < sequence.length; t++) gradient.transitions[path[t - 1] * tags + path[t]] -= 1;
  return { nll: logZ - pathScore(sequence, scores, path), gradient };
}

function sumOverTime(values: Float64Array, width: number): Float64Array {
  const sum = new Float64Array(width);
  for (let i = 0; i < values.length; i++) sum[i % width] += values[i];
  return sum;
}
