import { logSumExp } from '../log-sum-exp.ts';
import { insideOf, type SegmentPosterior } from './posterior-of-spans.ts';
import { barsOf, countIndex, firstScore, insideSums, lastScore, type SegmentSequence } from './segment-scores.ts';

/** Forward-backward over spans in log space: right for scores of any size. */
export function logPosterior(sequence: SegmentSequence): SegmentPosterior {
  const { durations, counts } = sequence;
  const bars = barsOf(sequence);
  const sums = insideSums(sequence);
  const alpha = before(sequence, sums);
  const beta = after(sequence, sums);
  const logZ = beta[0][0];
  const expected = { first: new Float64Array(bars), last: new Float64Array(bars), durations: new Float64Array(durations.length) };
  for (let start = 0; start < bars; start++) {
    for (let d = 0; d < durations.length && start + d < bars; d++) {
      const end = start + d;
      const score = sums[end + 1] - sums[start] + firstScore(sequence, start) + lastScore(sequence, end) + durations[d];
      let probability = 0;
      for (let m = 0; m < counts.length; m++) probability += Math.exp(alpha[start][m] + score + beta[end + 1][countIndex(sequence, m + 1)] - logZ);
      expected.first[start] += probability;
      expected.last[end] += probability;
      expected.durations[d] += probability;
    }
  }
  const ofCounts = alpha[bars].map((score, m) => Math.exp(score + counts[m] - logZ));
  return { logZ, inside: insideOf(expected.first, expected.last), ...expected, counts: ofCounts };
}

/** Log-score, without that of their number, of the segmentations of the bars before each, by their number of spans. [T+1][C] */
function before(sequence: SegmentSequence, sums: Float64Array): Float64Array[] {
  const { durations, counts } = sequence;
  const alpha = [new Float64Array(counts.length).fill(-Infinity)];
  alpha[0][0] = 0;
  for (let t = 1; t <= barsOf(sequence); t++) {
    const closed = sums[t] + lastScore(sequence, t - 1);
    const terms: number[][] = Array.from(alpha[t - 1], (score) => [score]);
    for (let d = 0; d < Math.min(durations.length, t); d++) {
      const start = t - 1 - d;
      const score = firstScore(sequence, start) - sums[start] + durations[d] + closed;
      for (let m = 0; m < counts.length; m++) terms[countIndex(sequence, m + 1)].push(alpha[start][m] + score);
    }
    alpha.push(Float64Array.from(terms, sumOfLogs));
  }
  return alpha;
}

/** Log-score of the segmentations of the bars from each on, that of the number included, by the spans before. [T+1][C] */
function after(sequence: SegmentSequence, sums: Float64Array): Float64Array[] {
  const { durations, counts } = sequence;
  const bars = barsOf(sequence);
  const beta: Float64Array[] = [];
  beta[bars] = Float64Array.from(counts);
  for (let start = bars - 1; start >= 0; start--) {
    const opened = firstScore(sequence, start) - sums[start];
    beta[start] = beta[start + 1].map((score, m) => {
      const terms = [score];
      for (let d = 0; d < Math.min(durations.length, bars - start); d++) {
        const end = start + d;
        terms.push(opened + sums[end + 1] + lastScore(sequence, end) + durations[d] + beta[end + 1][countIndex(sequence, m + 1)]);
      }
      return sumOfLogs(terms);
    });
  }
  return beta;
}

const sumOfLogs = (terms: readonly number[]): number => logSumExp(Float64Array.from(terms), terms.length);
