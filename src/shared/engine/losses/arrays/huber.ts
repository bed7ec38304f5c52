import type { ArrayElementLoss } from './element-loss.ts';

/** See ../huber.ts. */
export const arrayHuber =
  (delta: number): ArrayElementLoss =>
  (prediction, target, to) => {
    const error = prediction - target;
    const clipped = Math.min(delta, Math.max(-delta, error));
    to.loss = clipped * (error - clipped / 2);
    to.slope = clipped;
  };
