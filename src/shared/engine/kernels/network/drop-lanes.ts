import type { CounterDropout } from './network-task.ts';

/** Dropout decides by 16 random bits an element, see model/dropout-mask.ts. */
const LANES = 2 ** 16;

/** A dropout as the kernels read it. */
export interface DroppedLanes {
  readonly key: number;
  /** Of 65536 */
  readonly dropped: number;
}

export const droppedLanes = (dropout: CounterDropout | null | undefined): DroppedLanes =>
  dropout == null ? { key: 0, dropped: 0 } : { key: dropout.key, dropped: Math.round(dropout.probability * LANES) };
