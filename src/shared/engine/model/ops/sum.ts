import { add, type Tensor } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';

/** a + b of one shape. */
export function sum<Shaped extends Tensor>(a: Shaped, b: Shaped): Shaped {
  return differentiable([a, b], () => ({ output: add(a, b) as Shaped, saved: [], backward: (dOutput) => [dOutput.clone(), dOutput.clone()] }));
}
