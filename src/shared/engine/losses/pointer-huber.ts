import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { huber } from './huber.ts';
import { weightedLoss } from './loss-op.ts';

/** Of a window's length. */
export const POINTER_DELTA = 0.08;

/** Huber loss of (centre, length) as shares of the window. pointers, target: [B,2]; weights: [B], summing to 1. */
export function pointerHuber(pointers: Tensor2D, target: Tensor2D, weights: Tensor1D): Scalar {
  return weightedLoss(pointers, weights, (predicted) => huber(predicted, target, POINTER_DELTA));
}
