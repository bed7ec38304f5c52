import { reshape, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';

/** [heads, C/heads, C] -> [C,C] */
export function joinHeads(weight: Tensor3D): Tensor2D {
  const [heads, rows, columns] = weight.shape;
  return differentiable([weight], () => ({
    output: reshape(weight, [heads * rows, columns]) as Tensor2D,
    saved: [],
    backward: (dOutput) => [reshape(dOutput, [heads, rows, columns])],
  }));
}
