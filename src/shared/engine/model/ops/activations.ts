import { mul, relu as reluOf, sigmoid as sigmoidOf, step, sub, type Tensor } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';

/** max(x, 0); its derivative at 0 is 0, as in PyTorch. */
export function relu<Shaped extends Tensor>(x: Shaped): Shaped {
  return differentiable([x], () => {
    const output = reluOf(x);
    return { output, saved: [output], backward: (dOutput, [y]) => [mul(dOutput, step(y))] };
  });
}

/** 1 / (1 + exp(-x)). */
export function sigmoid<Shaped extends Tensor>(x: Shaped): Shaped {
  return differentiable([x], () => {
    const output = sigmoidOf(x);
    return { output, saved: [output], backward: (dOutput, [y]) => [mul(dOutput, mul(y, sub(1, y)))] };
  });
}
