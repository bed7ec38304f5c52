import type { ArrayElementLoss } from './element-loss.ts';

/** See ../span-bce.ts. softplus(z) = max(z, 0) + ln(1 + e^-|z|) never overflows. */
export const arrayBce =
  (positiveWeight: number): ArrayElementLoss =>
  (z, target, to) => {
    const decay = Math.exp(-Math.abs(z));
    const probability = (z > 0 ? 1 : decay) / (1 + decay);
    const weighted = target * positiveWeight;
    const both = 1 - target + weighted;
    to.loss = both * (Math.max(z, 0) + Math.log1p(decay)) - weighted * z;
    to.slope = both * probability - weighted;
  };
