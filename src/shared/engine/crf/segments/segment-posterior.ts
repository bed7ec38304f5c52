import { logSumExp } from '../log-sum-exp.ts';
import { barsOf, firstScore, insideSums, lastScore, type SegmentSequence } from './segment-scores.ts';

export interface SegmentPosterior {
  /** Log of the sum of exp(score) over all segmentations. */
  readonly logZ: number;
  /** [T]: probability of each bar to lie in a span. */
  readonly inside: Float64Array;
  /** [T]: to be the first bar of a span, and the last of one. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** [L]: expected number of spans of each length. */
  readonly durations: Float64Array;
}

/** Exact posterior by the forward-backward algorithm over spans, in log space and float64. O(T L). */
export function segmentPosterior(sequence: SegmentSequence): SegmentPosterior {
  const bars = barsOf(sequence);
  const longest = sequence.durations.length;
  const sums = insideSums(sequence);
  const alpha = before(sequence, sums);
  const beta = after(sequence, sums);
  const logZ = alpha[bars];
  const first = new Float64Array(bars);
  const last = new Float64Array(bars);
  const durations = new Float64Array(longest);
  for (let start = 0; start < bars; start++) {
    const opened = alpha[start] - sums[start] + firstScore(sequence, start) - logZ;
    for (let d = 0; d < longest && start + d < bars; d++) {
      const end = start + d;
      const probability = Math.exp(opened + sums[end + 1] + lastScore(sequence, end) + sequence.durations[d] + beta[end + 1]);
      first[start] += probability;
      last[end] += probability;
      durations[d] += probability;
    }
  }
  return { logZ, inside: insideOf(first, last), first, last, durations };
}

/** Log-score of all segmentations of the bars before each. [T+1] */
function before(sequence: SegmentSequence, sums: Float64Array): Float64Array {
  const bars = barsOf(sequence);
  const longest = sequence.durations.length;
  const alpha = new Float64Array(bars + 1);
  const terms = new Float64Array(longest + 1);
  for (let t = 1; t <= bars; t++) {
    const closed = sums[t] + lastScore(sequence, t - 1);
    const lengths = Math.min(longest, t);
    for (let d = 0; d < lengths; d++) {
      const start = t - 1 - d;
      terms[d] = alpha[start] - sums[start] + firstScore(sequence, start) + sequence.durations[d] + closed;
    }
    terms[lengths] = alpha[t - 1];
    alpha[t] = logSumExp(terms, lengths + 1);
  }
  return alpha;
}

/** Log-score of all segmentations of the bars from each on. [T+1] */
function after(sequence: SegmentSequence, sums: Float64Array): Float64Array {
  const bars = barsOf(sequence);
  const longest = sequence.durations.length;
  const beta = new Float64Array(bars + 1);
  const terms = new Float64Array(longest + 1);
  for (let start = bars - 1; start >= 0; start--) {
    const opened = firstScore(sequence, start) - sums[start];
    const lengths = Math.min(longest, bars - start);
    for (let d = 0; d < lengths; d++) {
      const end = start + d;
      terms[d] = opened + sums[end + 1] + lastScore(sequence, end) + sequence.durations[d] + beta[end + 1];
    }
    terms[lengths] = beta[start + 1];
    beta[start] = logSumExp(terms, lengths + 1);
  }
  return beta;
}

/** A bar lies in a span where one began at or before it and did not end before it; rounding may leave that a hair outside of 0 to 1. */
function insideOf(first: Float64Array, last: Float64Array): Float64Array {
  const inside = new Float64Array(first.length);
  let open = 0;
  for (let t = 0; t < inside.length; t++) {
    open += first[t];
    inside[t] = Math.min(1, Math.max(0, open));
    open -= last[t];
  }
  return inside;
}
