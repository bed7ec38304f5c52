import { add, matMul, reshape, sum, transpose, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';

export interface LinearLayer {
  /** [O,I] */
  readonly weight: Tensor2D;
  /** [O] */
  readonly bias: Tensor1D;
}

/** PyTorch's Linear: x W' + b over the last dimension. x: [..., I] -> [..., O] */
export function linear<Output extends Tensor>(x: Tensor, { weight, bias }: LinearLayer): Output {
  const [outputs, inputs] = weight.shape;
  const shape = [...x.shape.slice(0, -1), outputs];
  const asRows = (tensor: Tensor, columns: number): Tensor2D => reshape(tensor, [-1, columns]);
  return differentiable([x, weight, bias], () => ({
    // Transposed apart from the product: with its own transpose flag the wasm backend leaves its fast path.
    output: reshape(add(matMul(asRows(x, inputs), transpose(weight)), bias), shape) as Output,
    saved: [x, weight],
    backward: (dOutput, [savedX, savedWeight]) => {
      const dRows = asRows(dOutput, outputs);
      return [
        reshape(matMul(dRows, savedWeight as Tensor2D), savedX.shape),
        matMul(transpose(dRows), asRows(savedX, inputs)),
        sum(dRows, 0),
      ];
    },
  }));
}
