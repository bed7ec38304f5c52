import { add, addN, concat, matMul, pad, reshape, slice, sum, transpose, zerosLike, type Tensor, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';

/** PyTorch's Conv1d. */
export interface ConvolutionLayer {
  /** [O,I,K], K odd */
  readonly weight: Tensor3D;
  /** [O] */
  readonly bias: Tensor1D;
}

/**
 * y[t] = b + sum over j of W_j x[t + (j - (K-1)/2) dilation], with zeros beyond the ends: one product of the K shifted inputs
 * side by side. x: [B,T,I] -> [B,T,O]
 */
export function dilatedConvolution(x: Tensor3D, { weight, bias }: ConvolutionLayer, dilation: number): Tensor3D {
  const [outputs, inputs, kernel] = weight.shape;
  const [batch, length] = x.shape;
  const shifts = Array.from({ length: kernel }, (_, j) => (j - (kernel - 1) / 2) * dilation);
  // shape: [B T, K I]
  const columnsOf = (values: Tensor3D): Tensor2D => reshape(concat(shifts.map((by) => shift(values, by)), 2), [batch * length, kernel * inputs]);
  // shape: [O, K I]
  const matrixOf = (values: Tensor): Tensor2D => reshape(transpose(values, [0, 2, 1]), [outputs, kernel * inputs]);
  return differentiable([x, weight, bias], () => ({
    output: reshape(add(matMul(columnsOf(x), transpose(matrixOf(weight))), bias), [batch, length, outputs]) as Tensor3D,
    saved: [x, weight],
    backward: (dOutput, [savedX, savedWeight]) => {
      const dRows = reshape(dOutput, [batch * length, outputs]) as Tensor2D;
      const dColumns = reshape(matMul(dRows, matrixOf(savedWeight)), [batch, length, kernel * inputs]) as Tensor3D;
      const dMatrix = matMul(transpose(dRows), columnsOf(savedX as Tensor3D));
      return [
        addN(shifts.map((by, j) => shift(slice(dColumns, [0, 0, j * inputs], [batch, length, inputs]), -by))),
        transpose(reshape(dMatrix, [outputs, kernel, inputs]), [0, 2, 1]),
        sum(dRows, 0),
      ];
    },
  }));
}

/** y[t] = x[t + by]. [B,T,C] */
function shift(x: Tensor3D, by: number): Tensor3D {
  const [batch, length, channels] = x.shape;
  const left = length - Math.abs(by);
  if (by === 0) return x;
  if (left <= 0) return zerosLike(x);
  const kept = slice(x, [0, Math.max(0, by), 0], [batch, left, channels]);
  return pad(kept, [[0, 0], [Math.max(0, -by), Math.max(0, by)], [0, 0]]);
}
