import { getBackend } from '@tensorflow/tfjs-core';
import type { JadeDropout } from '../model/jade-dropout.ts';
import { networkOfBackend } from '../model/network-of-backend.ts';
import type { Parameters } from '../model/parameters.ts';
import type { Batch } from './batch.ts';
import { composedLossAndGradient } from './composed-loss-and-gradient.ts';
import { fusedLossAndGradient } from './fused-loss-and-gradient.ts';
import type { LossWithGradient } from './loss-with-gradient.ts';
import type { Objective } from './objective.ts';
import { twoPassLossAndGradient } from './two-pass-loss-and-gradient.ts';

/** Forward and backward pass over one batch; without dropout in evaluation mode. Fused where the back end has kernels for it. */
export async function lossAndGradient(parameters: Parameters, batch: Batch, objective: Objective, dropout: JadeDropout | null): Promise<LossWithGradient> {
  const network = networkOfBackend(parameters.config);
  if (network !== null) return fusedLossAndGradient(network, parameters, batch, objective, dropout);
  // Segments are judged over arrays alone, and WebGPU answers only after a while.
  const compose = objective.mode === 'segments' && getBackend() === 'webgpu' ? twoPassLossAndGradient : composedLossAndGradient;
  return compose(parameters, batch, objective, dropout);
}
