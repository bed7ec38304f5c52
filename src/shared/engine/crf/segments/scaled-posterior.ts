import { insideOf, type SegmentPosterior } from './posterior-of-spans.ts';
import { barsOf, firstScore, insideSums, lastScore, type SegmentSequence } from './segment-scores.ts';

/** exp of more than this leaves too little room in a float64 for products of a few such numbers. */
const LARGEST_SCORE = 200;

/** The scores as factors. */
interface Factors {
  readonly bars: number;
  /** L and C. */
  readonly longest: number;
  readonly states: number;
  /** [T,L], by first bar and length; 0 beyond the last bar. */
  readonly spans: Float64Array;
  /** [C] */
  readonly counts: Float64Array;
}

/** Forward-backward over spans with products in place of sums of logarithms; null where a score is too large for that. */
export function scaledPosterior(sequence: SegmentSequence): SegmentPosterior | null {
  const factors = factorsOf(sequence);
  if (factors === null) return null;
  const { bars, states } = factors;
  const alpha = before(factors);
  const beta = after(factors);
  const z = beta[0];
  if (!(z > 0) || !alpha.every(Number.isFinite) || !beta.every(Number.isFinite)) return null;
  const expected = expectSpans(factors, alpha, beta);
  const counts = factors.counts.map((count, m) => (alpha[bars * states + m] * count) / z);
  return { logZ: Math.log(z), inside: insideOf(expected.first, expected.last), ...expected, counts };
}

function factorsOf(sequence: SegmentSequence): Factors | null {
  const bars = barsOf(sequence);
  const longest = sequence.durations.length;
  const sums = insideSums(sequence);
  const spans = new Float64Array(bars * longest);
  const scores = Float64Array.from(sequence.counts);
  let largest = scores.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
  for (let start = 0; start < bars; start++) {
    const opened = firstScore(sequence, start) - sums[start];
    for (let d = 0; d < Math.min(longest, bars - start); d++) {
      const score = opened + sums[start + d + 1] + lastScore(sequence, start + d) + sequence.durations[d];
      largest = Math.max(largest, score);
      spans[start * longest + d] = Math.exp(score);
    }
  }
  return largest <= LARGEST_SCORE ? { bars, longest, states: scores.length, spans, counts: scores.map(Math.exp) } : null;
}

/** Weight of the segmentations of the bars before each, by their number of spans. [T+1,C] */
function before({ bars, longest, states, spans }: Factors): Float64Array {
  const alpha = new Float64Array((bars + 1) * states);
  alpha[0] = 1;
  for (let t = 1; t <= bars; t++) {
    for (let m = 0; m < states; m++) alpha[t * states + m] += alpha[(t - 1) * states + m];
    for (let d = 0; d < Math.min(longest, t); d++) {
      const start = t - 1 - d;
      const span = spans[start * longest + d];
      for (let m = 0; m < states; m++) alpha[t * states + Math.min(m + 1, states - 1)] += alpha[start * states + m] * span;
    }
  }
  return alpha;
}

/** Weight of the segmentations of the bars from each on, that of the number included, by the spans before. [T+1,C] */
function after({ bars, longest, states, spans, counts }: Factors): Float64Array {
  const beta = new Float64Array((bars + 1) * states);
  beta.set(counts, bars * states);
  for (let start = bars - 1; start >= 0; start--) {
    for (let m = 0; m < states; m++) {
      const next = Math.min(m + 1, states - 1);
      let sum = beta[(start + 1) * states + m];
      for (let d = 0; d < Math.min(longest, bars - start); d++) sum += spans[start * longest + d] * beta[(start + d + 1) * states + next];
      beta[start * states + m] = sum;
    }
  }
  return beta;
}

function expectSpans({ bars, longest, states, spans }: Factors, alpha: Float64Array, beta: Float64Array) {
  const first = new Float64Array(bars);
  const last = new Float64Array(bars);
  const durations = new Float64Array(longest);
  for (let start = 0; start < bars; start++) {
    for (let d = 0; d < Math.min(longest, bars - start); d++) {
      const end = start + d;
      let around = 0;
      for (let m = 0; m < states; m++) around += alpha[start * states + m] * beta[(end + 1) * states + Math.min(m + 1, states - 1)];
      const probability = (spans[start * longest + d] * around) / beta[0];
      first[start] += probability;
      last[end] += probability;
      durations[d] += probability;
    }
  }
  return { first, last, durations };
}
