import type { Tensor } from '@tensorflow/tfjs-core';
import type { CounterDropout } from '../network/network-task.ts';

/** x times the mask of this dropout, which is made on the way. */
export type DropKernel = <Shaped extends Tensor>(x: Shaped, dropout: CounterDropout) => Shaped;

const byBackend = new Map<string, DropKernel>();

/** Makes a tfjs back end drop by itself. */
export function setDrop(backendName: string, kernel: DropKernel): void {
  byBackend.set(backendName, kernel);
}

/** Null: the mask is made outside of the back end, see model/dropout-mask.ts. */
export const dropKernelFor = (backendName: string): DropKernel | null => byBackend.get(backendName) ?? null;
