import type { BarScore } from '../../domain/evaluation.ts';

export interface BarCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/**
 * Counts bars over everything that is passed. A bar is predicted where its probability reaches the threshold and labelled
 * where its target exceeds one half; a NaN probability predicts nothing.
 * probability, target: [n]
 */
export function countBars(probability: Float32Array, target: Float32Array | Uint8Array, threshold: number): BarCounts {
  let truePositives = 0;
  let falsePositives = 0;
  let falseNegatives = 0;
  for (let i = 0; i < target.length; i++) {
    const predicted = probability[i] >= threshold;
    const labelled = target[i] > 0.5;
    if (predicted && labelled) truePositives++;
    else if (predicted) falsePositives++;
    else if (labelled) falseNegatives++;
  }
  return { truePositives, falsePositives, falseNegatives };
}

/** Precision, recall and F1 = 2 TP / (2 TP + FP + FN); an undefined ratio is 0. */
export function scoreCounts({ truePositives, falsePositives, falseNegatives }: BarCounts): BarScore {
  return {
    precision: ratio(truePositives, truePositives + falsePositives),
    recall: ratio(truePositives, truePositives + falseNegatives),
    f1: ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
  };
}

/** Micro scores: per bar over all windows that are passed. probability, target: [n] */
export function barScores(probability: Float32Array, target: Float32Array | Uint8Array, threshold: number): BarScore {
  return scoreCounts(countBars(probability, target, threshold));
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
