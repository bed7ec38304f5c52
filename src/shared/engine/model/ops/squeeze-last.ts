import { reshape, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';

/** [B,T,1] -> [B,T] */
export function squeezeLast(x: Tensor3D): Tensor2D {
  const [batch, length] = x.shape;
  return differentiable([x], () => ({
    output: reshape(x, [batch, length]),
    saved: [],
    backward: (dOutput) => [reshape(dOutput, [batch, length, 1])],
  }));
}
