import type { ArrayElementLoss } from './element-loss.ts';

/** See ../span-mse.ts. */
export const arrayMse: ArrayElementLoss = (z, target, to) => {
  const probability = 1 / (1 + Math.exp(-z));
  const error = probability - target;
  to.loss = error * error;
  to.slope = 2 * error * probability * (1 - probability);
};
