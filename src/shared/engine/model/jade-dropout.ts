import type { CounterDropout, NetworkDropout } from '../kernels/network/network-task.ts';
import { dropoutStream } from './random-streams.ts';

/** Shares that are dropped, in [0, 1). */
export interface DropoutRates {
  readonly input: number;
  /** Of what each head reads. */
  readonly head: number;
}

/** What each layer drops in one training step: places in streams of random numbers, no numbers yet. */
export type JadeDropout = NetworkDropout;

/** A stream per step and layer. */
export function jadeDropout(rates: DropoutRates, seed: number, step: number): JadeDropout {
  const layer = (index: number, probability: number): CounterDropout | null =>
    probability === 0 ? null : { key: dropoutStream(seed, step, index), probability };
  return {
    input: layer(0, rates.input),
    classifier: layer(1, rates.head),
    pointers: layer(2, rates.head),
    span: layer(3, rates.head),
    countdown: layer(4, rates.head),
  };
}
