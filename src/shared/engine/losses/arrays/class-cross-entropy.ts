import { logSumExp } from '../../crf/log-sum-exp.ts';
import type { ArrayLoss } from './element-loss.ts';

/** See ../class-cross-entropy.ts. logits, oneHot: [B,C]; weights: [B], summing to 1. */
export function arrayCrossEntropy(logits: Float32Array, oneHot: Float32Array, weights: Float32Array): ArrayLoss {
  const classes = logits.length / weights.length;
  const slopes = new Float32Array(logits.length);
  let loss = 0;
  weights.forEach((weight, window) => {
    const row = logits.subarray(window * classes, (window + 1) * classes);
    const logSum = logSumExp(Float64Array.from(row), classes);
    row.forEach((z, k) => {
      const target = oneHot[window * classes + k];
      if (target !== 0) loss += weight * target * (logSum - z);
      slopes[window * classes + k] = weight * (Math.exp(z - logSum) - target);
    });
  });
  return { loss, slopes };
}
