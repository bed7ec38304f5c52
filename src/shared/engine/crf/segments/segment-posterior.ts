import { logPosterior } from './log-posterior.ts';
import type { SegmentPosterior } from './posterior-of-spans.ts';
import { scaledPosterior } from './scaled-posterior.ts';
import type { SegmentSequence } from './segment-scores.ts';

/** Exact posterior in float64, O(T L C). Sums of products are many times faster than sums of logarithms, and hold but for extreme scores. */
export const segmentPosterior = (sequence: SegmentSequence): SegmentPosterior => scaledPosterior(sequence) ?? logPosterior(sequence);
