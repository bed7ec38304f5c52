import type { ThresholdScore } from '../../../domain/evaluation.ts';
import { scoreCounts } from '../bar-scores.ts';
import type { RankedBars } from '../ranks/rank-bars.ts';

const STEPS = 100;

/** Bar scores at thresholds 0, 0.01, ... 1. O(bars). */
export function thresholdCurve({ probability, target }: Omit<RankedBars, 'group'>): readonly ThresholdScore[] {
  const labelled = target.reduce((sum, value) => sum + value, 0);
  const curve: ThresholdScore[] = [];
  let [found, wrong] = [0, 0];
  for (let step = STEPS; step >= 0; step--) {
    const threshold = step / STEPS;
    while (found + wrong < target.length && probability[found + wrong] >= threshold) {
      if (target[found + wrong] > 0.5) found++;
      else wrong++;
    }
    curve.push({ threshold, ...scoreCounts({ truePositives: found, falsePositives: wrong, falseNegatives: labelled - found }) });
  }
  return curve.reverse();
}

/**
 * The highest precision at which recall reaches 0.01, 0.02, ... 1 (what a person who may choose the threshold gets); empty where no bar
 * is labelled.
 */
export function precisionRecall({ probability, target }: Omit<RankedBars, 'group'>): readonly { readonly recall: number; readonly precision: number }[] {
  const labelled = target.reduce((sum, value) => sum + value, 0);
  if (labelled === 0) return [];
  const best = new Float64Array(STEPS + 1);
  let found = 0;
  for (let i = 0; i < target.length; i++) {
    found += target[i];
    if (i + 1 < target.length && probability[i + 1] === probability[i]) continue;
    const reached = Math.floor((STEPS * found) / labelled);
    best[reached] = Math.max(best[reached], found / (i + 1));
  }
  for (let step = STEPS - 1; step >= 0; step--) best[step] = Math.max(best[step], best[step + 1]);
  return Array.from(best.subarray(1), (precision, step) => ({ recall: (step + 1) / STEPS, precision }));
}
