import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { joinHeads } from './ops/join-heads.ts';
import { linear } from './ops/linear.ts';
import { scaledDotProduct } from './ops/scaled-dot-product.ts';
import { sum } from './ops/sum.ts';

/** Adds to each state what its bar finds in the others (Vaswani et al. 2017), where the model attends. states: [B,T,C] */
export function attend(weights: ReadonlyMap<string, Tensor>, states: Tensor3D): Tensor3D {
  const query = weights.get('attention.query.weight');
  if (query === undefined) return states;
  const bias = (name: string): Tensor1D => weights.get(`attention.${name}.bias`) as Tensor1D;
  const project = (name: string): Tensor3D => linear(states, { weight: joinHeads(weights.get(`attention.${name}.weight`) as Tensor3D), bias: bias(name) });
  const found = scaledDotProduct(project('query'), project('key'), project('value'), query.shape[0]);
  return sum(states, linear<Tensor3D>(found, { weight: weights.get('attention.output.weight') as Tensor2D, bias: bias('output') }));
}
