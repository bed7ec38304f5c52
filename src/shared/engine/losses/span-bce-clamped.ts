import { add, cast, clipByValue, equal, log, mul, neg, reshape, sigmoid, sub, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { type ElementLoss, weightedLoss } from './loss-op.ts';

const EPSILON = 1e-7;

/** In float32 the upper bound is 0.99999988. */
export const LOWEST = Math.fround(EPSILON);
export const HIGHEST = Math.fround(1 - EPSILON);

/**
 * Binary cross-entropy as published: on probabilities clamped to [1e-7, 1 - 1e-7] after the sigmoid. Where the clamp
 * bites the gradient is 0, which is a fault of the original: a saturated mistake is never corrected.
 * logits: [B,T,1] or [B,T]; target: [B,T] in [0, 1]; weights: [B], summing to 1.
 */
export function spanBceClamped(logits: Tensor, target: Tensor2D, weights: Tensor1D, positiveWeight: number): Scalar {
  return weightedLoss(logits, weights, (z) => crossEntropy(z, reshape(target, z.shape), positiveWeight));
}

function crossEntropy(z: Tensor, target: Tensor, positiveWeight: number): ElementLoss {
  const probability = sigmoid(z);
  const clamped = clipByValue(probability, LOWEST, HIGHEST);
  const inside = cast(equal(probability, clamped), 'float32');
  const weighted = mul(target, positiveWeight);
  const negative = sub(1, target);
  return {
    loss: neg(add(mul(weighted, log(clamped)), mul(negative, log(sub(1, clamped))))),
    slope: mul(inside, sub(mul(negative, probability), mul(weighted, sub(1, probability)))),
  };
}
