import type { CrfScores } from '../crf/crf-scores.ts';
import { forwardBackward } from '../crf/forward-backward.ts';
import { segmentPosterior } from '../crf/segments/segment-posterior.ts';
import { SEGMENT_EMISSIONS, type SegmentSequence } from '../crf/segments/segment-scores.ts';
import { TAG_COUNT } from './jade-config.ts';
import type { Parameters } from './parameters.ts';

export type CrfProbability = 'marginals' | 'softmax';

/** [L] and [C]. */
export type SegmentScores = Pick<SegmentSequence, 'durations' | 'counts'>;

export interface EmissionArray {
  /** [B,T,1] logits, [B,T,2] scores of the tags for the CRF, or [B,T,3] of insides, first bars and last bars of segments. */
  readonly values: Float32Array;
  /** T. */
  readonly length: number;
}

/** Probability of each bar to lie in a span. [B,T] */
export function spanProbabilities(parameters: Parameters, emissions: EmissionArray, kind: CrfProbability = 'marginals'): Float32Array {
  if (parameters.config.mode === 'soft') return emissions.values.map(logistic);
  if (parameters.config.mode === 'segments') return insideSegments(emissions, segmentScores(parameters));
  return kind === 'softmax' ? softmaxOfTags(emissions.values) : crfMarginals(emissions, crfScores(parameters));
}

/** The CRF's own scores among the parameters. */
export function crfScores({ views }: Parameters): CrfScores {
  const scores = (name: string): Float32Array => views.get(`crf.${name}`)!;
  return { tags: TAG_COUNT, start: scores('start_transitions'), end: scores('end_transitions'), transitions: scores('transitions') };
}

/** The semi-Markov field's own scores among the parameters. */
export const segmentScores = ({ views }: Parameters): SegmentScores => ({
  durations: views.get('segments.durations')!,
  counts: views.get('segments.counts')!,
});

function insideSegments({ values, length }: EmissionArray, scores: SegmentScores): Float32Array {
  const size = length * SEGMENT_EMISSIONS;
  const inside = new Float32Array(values.length / SEGMENT_EMISSIONS);
  for (let n = 0; n * size < values.length; n++) {
    inside.set(segmentPosterior({ emissions: values.subarray(n * size, (n + 1) * size), ...scores }).inside, n * length);
  }
  return inside;
}

function crfMarginals({ values, length }: EmissionArray, scores: CrfScores): Float32Array {
  const size = length * TAG_COUNT;
  const inside = new Float32Array(values.length / TAG_COUNT);
  for (let begin = 0; begin < values.length; begin += size) {
    const { marginals } = forwardBackward({ emissions: values.subarray(begin, begin + size), length }, scores);
    for (let t = 0; t < length; t++) inside[begin / TAG_COUNT + t] = marginals[t * TAG_COUNT + 1];
  }
  return inside;
}

function softmaxOfTags(values: Float32Array): Float32Array {
  return Float32Array.from({ length: values.length / TAG_COUNT }, (_, i) => logistic(values[2 * i + 1] - values[2 * i]));
}

export const logistic = (z: number): number => 1 / (1 + Math.exp(-z));
