import { customGrad, pad, reshape, slice, type Tensor, type Tensor1D } from '@tensorflow/tfjs-core';

/** Consecutive parts of a packed tensor in the given shapes, differentiable. */
export function splitPacked(packed: Tensor1D, shapes: readonly number[][]): Tensor[] {
  let begin = 0;
  return shapes.map((shape) => {
    const at = begin;
    begin += shape.reduce((size, length) => size * length, 1);
    return part(packed, at, begin, shape);
  });
}

function part(packed: Tensor1D, begin: number, end: number, shape: number[]): Tensor {
  const after = packed.size - end;
  const op = customGrad((input) => ({
    value: reshape(slice(input as Tensor1D, begin, end - begin), shape),
    gradFunc: (dPart: Tensor) => [pad(reshape(dPart, [end - begin]), [[begin, after]])],
  }));
  return op(packed);
}
