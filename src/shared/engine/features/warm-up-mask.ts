import { RELATIVITY_WARM_UP } from './relativity/relativity.ts';

/**
 * 0 for the timesteps that the published study marks as warm-up of a window whose features start afresh, else 1. [length].
 * It only marks: training there counts those bars like any other.
 */
export function relativityWarmUpMask(length: number): Uint8Array {
  return new Uint8Array(length).fill(1).fill(0, 0, RELATIVITY_WARM_UP);
}
