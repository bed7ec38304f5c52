import { scalar, tensor, type Scalar, type Tensor1D, type Tensor3D } from '@tensorflow/tfjs-core';
import { segmentGradient } from '../crf/segments/segment-gradient.ts';
import { SEGMENT_EMISSIONS, type SegmentSequence } from '../crf/segments/segment-scores.ts';
import { segmentsOfTags } from '../crf/segments/segments-of-tags.ts';
import { scalarLoss } from './loss-op.ts';

/**
 * Negative log-likelihood of the spans that the tags paint (per window, not per bar), in float64 outside of the back end, whose
 * tensors are read at once. emissions: [B,T,3]; durations: [L]; counts: [C]; tags: [B,T], no run longer than L; weights: [B],
 * summing to 1.
 */
export function segmentNll(emissions: Tensor3D, { durations, counts }: SegmentTensors, tags: Uint8Array, weights: Float32Array): Scalar {
  return scalarLoss([emissions, durations, counts], () => {
    const [batch, length] = emissions.shape;
    const scores = { durations: durations.dataSync<'float32'>(), counts: counts.dataSync<'float32'>() };
    const found = weightedSegmentNll({ values: emissions.dataSync<'float32'>(), batch, length }, scores, tags, weights);
    const slopes = (values: Float64Array, shape: number[]) => tensor(Float32Array.from(values), shape);
    return { loss: scalar(found.loss), gradients: [slopes(found.emissions, emissions.shape), slopes(found.durations, durations.shape), slopes(found.counts, counts.shape)] };
  });
}

export interface SegmentTensors {
  /** [L] */
  readonly durations: Tensor1D;
  /** [C] */
  readonly counts: Tensor1D;
}

export interface WeightedSegmentNll {
  readonly loss: number;
  /** Slopes by the emissions, [B,T,3], by the durations, [L], and by the counts, [C]. */
  readonly emissions: Float64Array;
  readonly durations: Float64Array;
  readonly counts: Float64Array;
}

/** The same over the host's arrays. */
export function weightedSegmentNll(
  { values, batch, length }: { readonly values: Float32Array; readonly batch: number; readonly length: number },
  scores: Pick<SegmentSequence, 'durations' | 'counts'>,
  tags: Uint8Array,
  weights: Float32Array,
): WeightedSegmentNll {
  const size = length * SEGMENT_EMISSIONS;
  const slopes = { emissions: new Float64Array(batch * size), durations: new Float64Array(scores.durations.length), counts: new Float64Array(scores.counts.length) };
  let loss = 0;
  for (let n = 0; n < batch; n++) {
    if (weights[n] === 0) continue;
    const sequence = { emissions: values.subarray(n * size, (n + 1) * size), ...scores };
    const { nll, gradient } = segmentGradient(sequence, segmentsOfTags(tags.subarray(n * length, (n + 1) * length)));
    loss += weights[n] * nll;
    gradient.emissions.forEach((slope, i) => (slopes.emissions[n * size + i] = weights[n] * slope));
    gradient.durations.forEach((slope, d) => (slopes.durations[d] += weights[n] * slope));
    gradient.counts.forEach((slope, m) => (slopes.counts[m] += weights[n] * slope));
  }
  return { loss, ...slopes };
}
