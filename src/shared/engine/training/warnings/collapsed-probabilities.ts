import type { Separation } from '../../../domain/evaluation.ts';

/** A difference of the means below this is none, */
const LEAST = 0.02;
/** nor is one below this share of the probability outside. */
const LEAST_SHARE = 0.25;

/** null: labelled bars are told from the others. */
export function warnOfCollapsedProbabilities({ inMean, outMean, separation }: Separation): string | null {
  if (separation >= Math.max(LEAST, LEAST_SHARE * outMean)) return null;
  return `The probabilities have collapsed to how common spans are: ${inMean.toFixed(3)} on average within the spans that validate, ${outMean.toFixed(3)} outside. Train longer, switch other tasks off, or give bars in spans more weight (spanLoss.positiveWeight).`;
}
