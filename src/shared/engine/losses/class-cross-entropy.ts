import { logSoftmax, mul, neg, sub, sum, exp, reshape, type Scalar, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { scalarLoss } from './loss-op.ts';

/** -log softmax at the true class. logits, oneHot: [B,C]; weights: [B], summing to 1. */
export function classCrossEntropy(logits: Tensor2D, oneHot: Tensor2D, weights: Tensor1D): Scalar {
  return scalarLoss([logits], () => {
    const logProbability = logSoftmax(logits);
    const share = reshape(weights, [-1, 1]);
    return {
      loss: neg(sum(mul(mul(logProbability, oneHot), share))) as Scalar,
      gradients: [mul(sub(exp(logProbability), oneHot), share)],
    };
  });
}
