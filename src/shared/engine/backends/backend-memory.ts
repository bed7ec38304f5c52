import { memory } from '@tensorflow/tfjs-core';
import { sharedMemoryBytes } from '../kernels/wasm/shared-memory.ts';

/** What the active back end of tfjs holds in tensors, and the kernels in memories of their own. Bytes. */
export const backendBytes = (): number => memory().numBytes + sharedMemoryBytes();
