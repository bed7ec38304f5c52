import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { BilstmWeights } from '../kernels/bilstm/bilstm-weights.ts';

/** PyTorch's names of an LSTM's parameters to the ones of the operation. */
export function lstmWeights(weights: ReadonlyMap<string, Tensor>): BilstmWeights {
  const matrix = (name: string): Tensor2D => weights.get(`lstm.${name}`) as Tensor2D;
  const vector = (name: string): Tensor1D => weights.get(`lstm.${name}`) as Tensor1D;
  return {
    weightIh: matrix('weight_ih_l0'),
    weightHh: matrix('weight_hh_l0'),
    biasIh: vector('bias_ih_l0'),
    biasHh: vector('bias_hh_l0'),
    weightIhReverse: matrix('weight_ih_l0_reverse'),
    weightHhReverse: matrix('weight_hh_l0_reverse'),
    biasIhReverse: vector('bias_ih_l0_reverse'),
    biasHhReverse: vector('bias_hh_l0_reverse'),
  };
}
