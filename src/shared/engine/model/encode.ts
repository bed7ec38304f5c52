import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { bilstm } from '../kernels/bilstm/bilstm.ts';
import { dilatedEncoder } from './dilated-encoder.ts';
import { lstmWeights } from './lstm-weights.ts';

/** States of each bar, by whichever encoder the weights are of. x: [B,T,D] -> [B,T,C] */
export function encode(weights: ReadonlyMap<string, Tensor>, x: Tensor3D, inputGradient: boolean): Tensor3D {
  if (!weights.has('encoder.input.weight')) return bilstm(x, lstmWeights(weights), { inputGradient });
  const layer = (name: string) => ({ weight: weights.get(`encoder.${name}.weight`)!, bias: weights.get(`encoder.${name}.bias`) as Tensor1D });
  const blocks = [];
  while (weights.has(`encoder.blocks.${blocks.length}.weight`)) blocks.push(layer(`blocks.${blocks.length}`) as { weight: Tensor3D; bias: Tensor1D });
  return dilatedEncoder(x, layer('input') as { weight: Tensor2D; bias: Tensor1D }, blocks, inputGradient);
}
