import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { bilstm } from '../kernels/bilstm/bilstm.ts';
import { lstmWeights } from './lstm-weights.ts';
import { relu, sigmoid } from './ops/activations.ts';
import { drop } from './ops/drop.ts';
import { linear } from './ops/linear.ts';
import { meanOverTime } from './ops/mean-over-time.ts';
import { squeezeLast } from './ops/squeeze-last.ts';
import type { ParameterName } from './parameter-specs.ts';

export type JadeTensors = ReadonlyMap<ParameterName, Tensor>;

/** What the layers multiply with in training, null where nothing is dropped; see `makeDropout`. */
export interface JadeDropout {
  /** [B,T,D] */
  readonly input: Tensor3D | null;
  /** [B,64] */
  readonly classifier: Tensor2D | null;
  /** [B,64] */
  readonly pointers: Tensor2D | null;
  /** [B,T,2H] */
  readonly span: Tensor3D | null;
  /** [B,T,2H] */
  readonly countdown: Tensor3D | null;
}

export interface JadeOutputs {
  /** [B,3], class scores. */
  readonly logits: Tensor2D;
  /** [B,2], centre and length in (0, 1). */
  readonly pointers: Tensor2D;
  /** [B,T,1] logit of "in a span", or [B,T,2] scores of the tags for the CRF. */
  readonly emissions: Tensor3D;
  /** [B,T], bars until the start of the span. */
  readonly countdown: Tensor2D;
}

/**
 * JadeCompact: a BiLSTM whose states, averaged over time, feed the heads of the window, and, bar by bar, the heads of the
 * bars. x: [B,T,D]. `dropout` null: evaluation mode. `inputGradient`: whether anybody will ask for it.
 */
export function jade(weights: JadeTensors, x: Tensor3D, dropout: JadeDropout | null, inputGradient = false): JadeOutputs {
  const apply = <Output extends Tensor>(layer: string, input: Tensor): Output =>
    linear(input, weights.get(`${layer}.weight`) as Tensor2D, weights.get(`${layer}.bias`) as Tensor1D);

  // shape: [B,T,2H]
  const states = bilstm(drop(x, dropout?.input ?? null), lstmWeights(weights), { inputGradient });
  // shape: [B,64]
  const window: Tensor2D = relu(apply<Tensor2D>('projection.0', meanOverTime(states)));
  return {
    logits: apply('classifier.1', drop(window, dropout?.classifier ?? null)),
    pointers: sigmoid(apply<Tensor2D>('pointer_head.1', drop(window, dropout?.pointers ?? null))),
    emissions: apply('expansion_span_emission.1', drop(states, dropout?.span ?? null)),
    countdown: squeezeLast(apply('expansion_countdown_head.1', drop(states, dropout?.countdown ?? null))),
  };
}
