import { mul, type Tensor } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';

/** Multiplies with a mask of the same shape (see `dropoutMask`), or passes x on where nothing is dropped. */
export function drop<Shaped extends Tensor>(x: Shaped, mask: Shaped | null): Shaped {
  if (mask === null) return x;
  return differentiable([x], () => ({
    output: mul(x, mask) as Shaped,
    saved: [mask],
    backward: (dOutput, [kept]) => [mul(dOutput, kept)],
  }));
}
