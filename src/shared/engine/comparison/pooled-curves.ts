import type { EvaluationCurves } from '../../domain/evaluation.ts';
import { joinFloats } from '../../domain/join-floats.ts';
import { probabilityHistogram } from '../evaluation/curves/histogram.ts';
import { reliabilityBins } from '../evaluation/curves/reliability.ts';
import { precisionRecall, thresholdCurve } from '../evaluation/curves/threshold-curve.ts';
import { rankBars } from '../evaluation/ranks/rank-bars.ts';
import { rankedFigures } from '../evaluation/ranks/ranked-figures.ts';
import type { Replica } from './replica.ts';

/** Of the bars of all seeds together. */
export function poolCurves(seeds: readonly Replica[]): EvaluationCurves {
  if (seeds.length === 1) return seeds[0].sampled.evaluation.curves;
  const probability = joinFloats(seeds.map(({ judged }) => judged.probability));
  const target = Uint8Array.from(seeds.flatMap(({ judged }) => [...judged.target]));
  const ranked = rankBars(probability, target, new Int32Array(seeds.length));
  return {
    thresholds: thresholdCurve(ranked),
    precisionRecall: precisionRecall(ranked),
    reliability: reliabilityBins(rankedFigures(ranked)),
    histogram: probabilityHistogram(probability, target),
  };
}
