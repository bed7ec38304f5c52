import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import { sizeOf } from '../safetensors/tensor-data.ts';
import { dropoutMask } from './dropout-mask.ts';
import type { JadeDropout } from './jade.ts';
import { PROJECTION_SIZE, type JadeConfig } from './jade-config.ts';
import { dropoutStream } from './random-streams.ts';

export interface DropoutRates {
  /** Share of the inputs that is dropped, in [0, 1). */
  readonly input: number;
  /** Share of what each head reads. */
  readonly head: number;
}

/** The masks of one training step: a stream of random numbers per step and layer. */
export function makeDropout(config: JadeConfig, batch: number, length: number, rates: DropoutRates, seed: number, step: number): JadeDropout {
  const masked = <Masked extends Tensor>(layer: number, shape: readonly number[], rate: number): Masked | null =>
    rate === 0 ? null : tensor(dropoutMask(dropoutStream(seed, step, layer), sizeOf(shape), rate), [...shape]) as Masked;
  const states = [batch, length, 2 * config.hiddenSize];
  return {
    input: masked(0, [batch, length, config.inputs], rates.input),
    classifier: masked(1, [batch, PROJECTION_SIZE], rates.head),
    pointers: masked(2, [batch, PROJECTION_SIZE], rates.head),
    span: masked(3, states, rates.head),
    countdown: masked(4, states, rates.head),
  };
}
