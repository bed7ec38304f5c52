import type { BatchLosses } from './loss-tally.ts';

/** What one pass over a batch tells the optimiser. */
export interface LossWithGradient {
  readonly losses: BatchLosses;
  /** Of the weighted total, in the order of the flat parameters; 0 where no task of the batch reads a parameter. */
  readonly gradient: Float32Array;
}
