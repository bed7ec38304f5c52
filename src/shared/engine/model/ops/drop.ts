import { mul, tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { CounterDropout } from '../../kernels/network/network-task.ts';
import { dropoutMask } from '../dropout-mask.ts';
import { differentiable } from './differentiable.ts';

/** Drops elements of x and scales up the others, so that the expectation stays; null: passes x on. */
export function drop<Shaped extends Tensor>(x: Shaped, dropout: CounterDropout | null): Shaped {
  if (dropout === null) return x;
  return differentiable([x], () => {
    const mask = tensor(dropoutMask(dropout.key, x.size, dropout.probability), x.shape);
    return { output: mul(x, mask) as Shaped, saved: [mask], backward: (dOutput, [kept]) => [mul(dOutput, kept)] };
  });
}
