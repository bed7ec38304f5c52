import { div, expandDims, mean, tile, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';

/** [B,T,C] -> [B,C] */
export function meanOverTime(x: Tensor3D): Tensor2D {
  const length = x.shape[1];
  return differentiable([x], () => ({
    output: mean(x, 1) as Tensor2D,
    saved: [],
    backward: (dOutput) => [tile(expandDims(div(dOutput, length), 1), [1, length, 1])],
  }));
}
