import { getBackend, matMul, mul, reshape, softmax, sub, sum, tensor3d, transpose, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import { attentionFor } from '../../kernels/attention/attention-kernels.ts';
import type { AttentionInputs, AttentionWorkspace } from '../../kernels/attention/attention-workspace.ts';
import { differentiable, type Evaluated } from './differentiable.ts';

/**
 * softmax(Q K' / sqrt(C/heads)) V for each head, which has C/heads of the columns. query, key, value: [B,T,C] -> [B,T,C]
 * With P the softmax: dV = P' dY, dP = dY V', dS = P (dP - sum of dP P over the row), dQ = dS K and dK = dS' Q, both scaled.
 */
export function scaledDotProduct(query: Tensor3D, key: Tensor3D, value: Tensor3D, heads: number): Tensor3D {
  const kernel = attentionFor(getBackend());
  const inputs = [query, key, value] as const;
  return differentiable(inputs, () => (kernel === null ? composed(inputs, heads) : fused(kernel, inputs, heads)));
}

type Inputs = readonly [query: Tensor3D, key: Tensor3D, value: Tensor3D];

function fused(kernel: AttentionWorkspace, inputs: Inputs, heads: number): Evaluated<Tensor3D> {
  const [batch, steps, channels] = inputs[0].shape;
  const shape = { batch, steps, channels, heads };
  const read = (tensors: readonly Tensor[]): AttentionInputs => tensors.map((tensor) => tensor.dataSync<'float32'>()) as unknown as AttentionInputs;
  return {
    output: tensor3d(kernel.forward(shape, read(inputs)), [batch, steps, channels]),
    saved: inputs,
    backward: (dOutput, saved) => kernel.gradient(shape, read(saved), dOutput.dataSync<'float32'>()).map((gradient) => tensor3d(gradient, [batch, steps, channels])),
  };
}

function composed([query, key, value]: Inputs, heads: number): Evaluated<Tensor3D> {
  const [batch, length, channels] = query.shape;
  const width = channels / heads;
  const scale = 1 / Math.sqrt(width);
  // shape: [B heads, T, C/heads]
  const apart = (x: Tensor): Tensor3D => reshape(transpose(reshape(x, [batch, length, heads, width]), [0, 2, 1, 3]), [batch * heads, length, width]);
  const together = (x: Tensor): Tensor3D => reshape(transpose(reshape(x, [batch, heads, length, width]), [0, 2, 1, 3]), [batch, length, channels]);
  const turned = (x: Tensor3D): Tensor3D => transpose(x, [0, 2, 1]);
  const [q, k, v] = [apart(query), apart(key), apart(value)];
  // shape: [B heads, T, T]
  const weights: Tensor3D = softmax(mul(matMul(q, turned(k)), scale));
  return {
    output: together(matMul(weights, v)),
    saved: [q, k, v, weights],
    backward: (dOutput, saved) => {
      const [savedQ, savedK, savedV, p] = saved as Tensor3D[];
      const dY = apart(dOutput);
      const dP = matMul(dY, turned(savedV));
      const dS: Tensor3D = mul(mul(p, sub(dP, sum(mul(dP, p), 2, true))), scale);
      return [matMul(dS, savedK), matMul(turned(dS), savedQ), matMul(turned(p), dY)].map(together);
    },
  };
}
