import { clipByValue, mul, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { ElementLoss } from './loss-op.ts';

/**
 * e^2/2 for |e| <= delta, else delta (|e| - delta/2), with e = prediction - target (Huber 1964). With c = e clipped to
 * +-delta that is c (e - c/2), and its slope is c.
 */
export function huber(prediction: Tensor, target: Tensor, delta: number): ElementLoss {
  const error = sub(prediction, target);
  const clipped = clipByValue(error, -delta, delta);
  return { loss: mul(clipped, sub(error, mul(clipped, 0.5))), slope: clipped };
}
