import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { attend } from './attend.ts';
import { encode } from './encode.ts';
import type { JadeDropout } from './jade-dropout.ts';
import { relu, sigmoid } from './ops/activations.ts';
import { drop } from './ops/drop.ts';
import { linear } from './ops/linear.ts';
import { meanOverTime } from './ops/mean-over-time.ts';
import { squeezeLast } from './ops/squeeze-last.ts';
import type { ParameterName } from './parameter-specs.ts';

export type JadeTensors = ReadonlyMap<ParameterName, Tensor>;

export interface JadeOutputs {
  /** [B,3], class scores. */
  readonly logits: Tensor2D;
  /** [B,2], centre and length in (0, 1). */
  readonly pointers: Tensor2D;
  /** [B,T,1] logit of "in a span", [B,T,2] scores of the tags for the CRF, or [B,T,3] of insides, first and last bars of segments. */
  readonly emissions: Tensor3D;
  /** [B,T], bars until the start of the span. */
  readonly countdown: Tensor2D;
}

/**
 * JadeCompact: an encoder, by default a BiLSTM, whose states, averaged over time, feed the heads of the window, and, bar by bar, the heads of the
 * bars. x: [B,T,D]. `dropout` null: evaluation mode. `inputGradient`: whether anybody will ask for it.
 */
export function jade(weights: JadeTensors, x: Tensor3D, dropout: JadeDropout | null, inputGradient = false): JadeOutputs {
  const layer = (name: string) => ({ weight: weights.get(`${name}.weight`) as Tensor2D, bias: weights.get(`${name}.bias`) as Tensor1D });
  // shape: [B,T,C]
  const states = encode(weights, drop(x, dropout?.input ?? null), inputGradient);
  // shape: [B,64]
  const window = relu(linear<Tensor2D>(meanOverTime(states), layer('projection.0')));
  return {
    logits: linear(drop(window, dropout?.classifier ?? null), layer('classifier.1')),
    pointers: sigmoid(linear<Tensor2D>(drop(window, dropout?.pointers ?? null), layer('pointer_head.1'))),
    emissions: linear(drop(attend(weights, states), dropout?.span ?? null), layer('expansion_span_emission.1')),
    countdown: squeezeLast(linear(drop(states, dropout?.countdown ?? null), layer('expansion_countdown_head.1'))),
  };
}
