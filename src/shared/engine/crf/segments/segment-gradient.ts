import { segmentPosterior } from './segment-posterior.ts';
import { countIndex, SEGMENT_EMISSIONS, segmentationScore, type Segment, type SegmentSequence } from './segment-scores.ts';

export interface SegmentGradient {
  /** [T,3] */
  readonly emissions: Float64Array;
  /** [L] */
  readonly durations: Float64Array;
  /** [C] */
  readonly counts: Float64Array;
}

/**
 * Negative log-likelihood of a segmentation, logZ - score, and its gradient: what the model expects of a score less what the
 * segmentation holds of it. The segments must not share a bar nor be longer than L.
 */
export function segmentGradient(sequence: SegmentSequence, segments: readonly Segment[]): { nll: number; gradient: SegmentGradient } {
  const { logZ, inside, first, last, durations, counts } = segmentPosterior(sequence);
  const emissions = new Float64Array(inside.length * SEGMENT_EMISSIONS);
  for (let t = 0; t < inside.length; t++) {
    emissions[t * SEGMENT_EMISSIONS] = inside[t];
    emissions[t * SEGMENT_EMISSIONS + 1] = first[t];
    emissions[t * SEGMENT_EMISSIONS + 2] = last[t];
  }
  for (const { start, end } of segments) {
    for (let t = start; t <= end; t++) emissions[t * SEGMENT_EMISSIONS] -= 1;
    emissions[start * SEGMENT_EMISSIONS + 1] -= 1;
    emissions[end * SEGMENT_EMISSIONS + 2] -= 1;
    durations[end - start] -= 1;
  }
  counts[countIndex(sequence, segments.length)] -= 1;
  return { nll: logZ - segmentationScore(sequence, segments), gradient: { emissions, durations, counts } };
}
