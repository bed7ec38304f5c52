import { mul, reshape, sigmoid, square, sub, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { type ElementLoss, weightedLoss } from './loss-op.ts';

/** (p - t)^2 with p = sigmoid(z). logits: [B,T,1] or [B,T]; target: [B,T] in [0, 1]; weights: [B], summing to 1. */
export function spanMse(logits: Tensor, target: Tensor2D, weights: Tensor1D): Scalar {
  return weightedLoss(logits, weights, (z) => squaredError(z, reshape(target, z.shape)));
}

function squaredError(z: Tensor, target: Tensor): ElementLoss {
  const probability = sigmoid(z);
  const error = sub(probability, target);
  return { loss: square(error), slope: mul(mul(error, 2), mul(probability, sub(1, probability))) };
}
