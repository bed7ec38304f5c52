import { getBackend, scalar, tensor, type Scalar, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import type { CrfScores } from '../crf/crf-scores.ts';
import { nllGradient } from '../crf/nll-gradient.ts';
import { crfNllFor, type CrfTensors, type NllAndGradients, type WeightedPaths } from '../kernels/crf-nll/crf-nll-kernels.ts';
import { scalarLoss } from './loss-op.ts';

/**
 * Negative log-likelihood of the tags (per window, not per bar): by the back end where it has a kernel for that, else in
 * float64 outside of it. emissions: [B,T,K]; tags: [B,T]; weights: [B], summing to 1.
 */
export function crfNll(emissions: Tensor3D, crf: CrfTensors, tags: Uint8Array, weights: Float32Array): Scalar {
  const compute = crfNllFor(getBackend()) ?? nllOutside;
  return scalarLoss([emissions, crf.start, crf.end, crf.transitions], () => compute(emissions, crf, { tags, weights }));
}

/** Reads the tensors at once, which a GPU cannot answer without a halt. */
function nllOutside(emissions: Tensor3D, crf: CrfTensors, { tags, weights }: WeightedPaths): NllAndGradients {
  const inputs = [emissions, crf.start, crf.end, crf.transitions];
  const [batch, length, tagCount] = emissions.shape;
  const [values, start, end, transitions] = inputs.map((input) => input.dataSync());
  const { loss, gradients } = weightedNll({ values: values as Float32Array, batch, length }, { tags: tagCount, start, end, transitions }, tags, weights);
  return { loss: scalar(loss), gradients: gradients.map((gradient, i) => tensor(Float32Array.from(gradient), inputs[i].shape) as Tensor) };
}

export interface Emissions {
  /** [batch, length, K] */
  readonly values: Float32Array;
  readonly batch: number;
  readonly length: number;
}

/** The same over the host's arrays. Gradients in the order emissions, start, end, transitions. */
export function weightedNll({ values, batch, length }: Emissions, scores: CrfScores, tags: Uint8Array, weights: Float32Array): { readonly loss: number; readonly gradients: readonly Float64Array[] } {
  const { tags: tagCount } = scores;
  const size = length * tagCount;
  const gradients = [batch * size, tagCount, tagCount, tagCount * tagCount].map((count) => new Float64Array(count));
  let loss = 0;
  for (let i = 0; i < batch; i++) {
    const sequence = { emissions: values.subarray(i * size, (i + 1) * size), length };
    const { nll, gradient } = nllGradient(sequence, scores, tags.subarray(i * length, (i + 1) * length));
    loss += weights[i] * nll;
    addScaled(gradients[0].subarray(i * size), gradient.emissions, weights[i]);
    addScaled(gradients[1], gradient.start, weights[i]);
    addScaled(gradients[2], gradient.end, weights[i]);
    addScaled(gradients[3], gradient.transitions, weights[i]);
  }
  return { loss, gradients };
}

function addScaled(sum: Float64Array, values: Float64Array, factor: number): void {
  for (let i = 0; i < values.length; i++) sum[i] += factor * values[i];
}
