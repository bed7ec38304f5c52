import type { Tensor3D } from '@tensorflow/tfjs-core';
import { bilstm } from '../kernels/bilstm/bilstm.ts';
import type { BilstmWeights } from '../kernels/bilstm/bilstm-weights.ts';
import { bilstmHeads, type BarHead, type BilstmHeadsOutput } from '../kernels/bilstm-heads/bilstm-heads.ts';
import { drop } from './ops/drop.ts';
import { linear } from './ops/linear.ts';
import { meanOverTime } from './ops/mean-over-time.ts';

/** BiLSTM, the mean of its states and the heads of the bars: as one operation where the back end has it, else composed. */
export function encode(x: Tensor3D, weights: BilstmWeights, heads: readonly BarHead[], inputGradient: boolean): BilstmHeadsOutput {
  return bilstmHeads(x, weights, heads, inputGradient) ?? compose(x, weights, heads, inputGradient);
}

function compose(x: Tensor3D, weights: BilstmWeights, heads: readonly BarHead[], inputGradient: boolean): BilstmHeadsOutput {
  // shape: [B,T,2H]
  const states = bilstm(x, weights, { inputGradient });
  return { mean: meanOverTime(states), bars: heads.map((head) => linear(drop(states, head.dropout), head)) };
}
