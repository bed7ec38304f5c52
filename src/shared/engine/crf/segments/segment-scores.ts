/** Scores of a bar, in their order within the emissions: to lie in a span, to be a span's first bar, to be its last. */
export const SEGMENT_EMISSIONS = 3;

/**
 * A semi-Markov conditional random field over spans (Sarawagi and Cohen 2004), with a score for their number. A segmentation is
 * any set of spans that share no bar, none longer than L bars; a span [s, e] scores the sum of inside[s..e] + first[s] + last[e]
 * + durations[e - s], a bar outside of every span 0, and the whole set counts[its number of spans].
 */
export interface SegmentSequence {
  /** [T,3]: inside, first, last. */
  readonly emissions: ArrayLike<number>;
  /** [L], of spans of 1 to L bars. */
  readonly durations: ArrayLike<number>;
  /** [C], of 0, 1, ... spans; the last one holds for C - 1 and more. [0] where the number does not matter. */
  readonly counts: ArrayLike<number>;
}

/** Both ends are included. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

export const barsOf = ({ emissions }: SegmentSequence): number => emissions.length / SEGMENT_EMISSIONS;

/** Sum of `inside` over the bars before each: [T+1], so that a span's sum is a difference. */
export function insideSums(sequence: SegmentSequence): Float64Array {
  const bars = barsOf(sequence);
  const sums = new Float64Array(bars + 1);
  for (let t = 0; t < bars; t++) sums[t + 1] = sums[t] + sequence.emissions[t * SEGMENT_EMISSIONS];
  return sums;
}

/** Of starting a span at bar t, and of ending one there. */
export const firstScore = ({ emissions }: SegmentSequence, t: number): number => emissions[t * SEGMENT_EMISSIONS + 1];
export const lastScore = ({ emissions }: SegmentSequence, t: number): number => emissions[t * SEGMENT_EMISSIONS + 2];

/** Which of the counts holds for so many spans. */
export const countIndex = ({ counts }: Pick<SegmentSequence, 'counts'>, spans: number): number => Math.min(spans, counts.length - 1);

/** Unnormalised log-score of one segmentation, whose spans must not share a bar nor be longer than L. */
export function segmentationScore(sequence: SegmentSequence, segments: readonly Segment[]): number {
  const sums = insideSums(sequence);
  return segments.reduce(
    (score, { start, end }) => score + sums[end + 1] - sums[start] + firstScore(sequence, start) + lastScore(sequence, end) + sequence.durations[end - start],
    sequence.counts[countIndex(sequence, segments.length)],
  );
}
