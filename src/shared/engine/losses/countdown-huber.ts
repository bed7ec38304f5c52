import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { huber } from './huber.ts';
import { weightedLoss } from './loss-op.ts';

/** Bars. */
export const COUNTDOWN_DELTA = 1;
/** Bars; targets beyond are clipped by whoever makes them. */
const LIMIT = 20;

/** Bars until the start, as published, or brought from +-20 to [0, 1], so that its loss does not outweigh all others. */
export function countdownTarget(bars: Float32Array, kind: 'raw' | 'scaled'): Float32Array {
  return kind === 'raw' ? bars : bars.map((value) => (value + LIMIT) / (2 * LIMIT));
}

/** Back to bars: what `countdownTarget` was made of. */
export function countdownBars(countdown: Float32Array, kind: 'raw' | 'scaled'): Float32Array {
  return kind === 'raw' ? countdown : countdown.map((value) => value * 2 * LIMIT - LIMIT);
}

/** countdown, target: [B,T]; weights: [B], summing to 1. */
export function countdownHuber(countdown: Tensor2D, target: Tensor2D, weights: Tensor1D): Scalar {
  return weightedLoss(countdown, weights, (predicted) => huber(predicted, target, COUNTDOWN_DELTA));
}
