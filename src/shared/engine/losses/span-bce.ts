import { add, mul, reshape, sigmoid, softplus, sub, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { type ElementLoss, weightedLoss } from './loss-op.ts';

/**
 * Binary cross-entropy on logits, so that a saturated mistake still has a gradient: with p = sigmoid(z), target t and
 * positive weight w it is -(w t log p + (1 - t) log(1 - p)) = (1 - t + w t) softplus(z) - w t z.
 * logits: [B,T,1] or [B,T]; target: [B,T] in [0, 1]; weights: [B], summing to 1.
 */
export function spanBce(logits: Tensor, target: Tensor2D, weights: Tensor1D, positiveWeight: number): Scalar {
  return weightedLoss(logits, weights, (z) => crossEntropy(z, reshape(target, z.shape), positiveWeight));
}

function crossEntropy(z: Tensor, target: Tensor, positiveWeight: number): ElementLoss {
  const weighted = mul(target, positiveWeight);
  const both = add(sub(1, target), weighted);
  return {
    loss: sub(mul(both, softplus(z)), mul(weighted, z)),
    slope: sub(mul(both, sigmoid(z)), weighted),
  };
}
