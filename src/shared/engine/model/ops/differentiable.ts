import { customGrad, tidy, type Tensor } from '@tensorflow/tfjs-core';

/** Derivative of a scalar loss with respect to each input, given the one with respect to the output, in the inputs' order. */
export type Backward = (dOutput: Tensor, saved: Tensor[]) => Tensor[];

export interface Evaluated<Output extends Tensor> {
  readonly output: Output;
  /** Kept until the gradient was taken. */
  readonly saved: readonly Tensor[];
  readonly backward: Backward;
}

/**
 * An operation with its own gradient. tfjs-core alone registers none, and a gradient written out by hand keeps fewer
 * tensors than the one put together from its parts.
 */
export function differentiable<Output extends Tensor>(inputs: readonly Tensor[], evaluate: () => Evaluated<Output>): Output {
  const operation = customGrad((...parameters) => {
    const save = parameters.at(-1) as unknown as (tensors: Tensor[]) => void;
    const { output, saved, backward } = evaluate();
    save([...saved]);
    return { value: output, gradFunc: (dOutput: Tensor, kept: Tensor[]) => tidy(() => backward(dOutput, kept)) };
  });
  return operation(...inputs) as Output;
}
