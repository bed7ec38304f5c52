import { transpose, type Tensor3D } from '@tensorflow/tfjs-core';

/** [B, T, *] -> [T, B, *], and back. */
export const swapBatchAndTime = (x: Tensor3D): Tensor3D => transpose(x, [1, 0, 2]);
