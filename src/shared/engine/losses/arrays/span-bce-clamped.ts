import { HIGHEST, LOWEST } from '../span-bce-clamped.ts';
import type { ArrayElementLoss } from './element-loss.ts';

/** See ../span-bce-clamped.ts. */
export const arrayBceClamped =
  (positiveWeight: number): ArrayElementLoss =>
  (z, target, to) => {
    const probability = Math.fround(1 / (1 + Math.exp(-z)));
    const clamped = Math.min(HIGHEST, Math.max(LOWEST, probability));
    const weighted = target * positiveWeight;
    const negative = 1 - target;
    to.loss = -(weighted * Math.log(clamped) + negative * Math.log(1 - clamped));
    to.slope = clamped === probability ? negative * probability - weighted * (1 - probability) : 0;
  };
