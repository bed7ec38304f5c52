import { getBackend, mul, tensor, type Tensor } from '@tensorflow/tfjs-core';
import { dropKernelFor } from '../../kernels/dropout/drop-kernels.ts';
import type { CounterDropout } from '../../kernels/network/network-task.ts';
import { dropoutMask } from '../dropout-mask.ts';
import { differentiable } from './differentiable.ts';

/** Drops elements of x and scales up the others, so that the expectation stays; null: passes x on. */
export function drop<Shaped extends Tensor>(x: Shaped, dropout: CounterDropout | null): Shaped {
  if (dropout === null) return x;
  const kernel = dropKernelFor(getBackend());
  return differentiable([x], () => {
    if (kernel !== null) return { output: kernel(x, dropout), saved: [], backward: (dOutput) => [kernel(dOutput, dropout)] };
    const mask = tensor(dropoutMask(dropout.key, x.size, dropout.probability), x.shape);
    return { output: mul(x, mask) as Shaped, saved: [mask], backward: (dOutput, [kept]) => [mul(dOutput, kept)] };
  });
}
