import type { Comparison, Contender } from '../../domain/comparison.ts';
import type { SplitPart } from '../../domain/window.ts';
import { compareBaselines } from './compare-baselines.ts';
import { compareFigures } from './compare-figures.ts';
import { findDifferences } from './config-differences.ts';
import { partsOf, type AboutContender } from './contender-parts.ts';
import { averageSeeds } from './contender-figures.ts';
import { poolCurves } from './pooled-curves.ts';
import type { Replica } from './replica.ts';
import { confuseWindows } from './window-confusion.ts';
import { cautionsOf } from './words/cautions.ts';
import { conclusionsOf } from './words/conclusions.ts';

/** A contender whose seeds, at least one, were all judged on the compared windows by the same resamples. */
export interface JudgedContender {
  readonly about: AboutContender;
  readonly seeds: readonly Replica[];
}

/** contenders: at least two, the first of which the others are held against. */
export function compareContenders(part: SplitPart, contenders: readonly JudgedContender[], leftOut: number): Comparison {
  const [first] = contenders[0].seeds;
  const figures = contenders.map(({ seeds }) => averageSeeds(seeds.map(({ sampled }) => sampled.figures)));
  const { windows, spans, resampling } = first.sampled.evaluation;
  const facts = {
    part,
    windows,
    leftOut,
    spans,
    contenders: contenders.map(describe),
    configuration: findDifferences(contenders.map(({ about }) => partsOf(about).map(({ config }) => config))),
    figures: compareFigures(figures),
    confusion: confuseWindows(contenders.map(({ seeds }) => seeds)),
    baselines: compareBaselines(first.sampled, figures),
    resampling,
  };
  return { ...facts, conclusions: conclusionsOf(facts), cautions: cautionsOf(facts) };
}

function describe({ about, seeds }: JudgedContender): Contender {
  const thresholds = seeds.map(({ sampled }) => sampled.evaluation.bar.best.threshold);
  const { decoding, absent } = seeds[0].sampled.evaluation;
  return {
    ...about,
    decoding,
    absent,
    bestThreshold: thresholds.reduce((sum, threshold) => sum + threshold, 0) / thresholds.length,
    curves: poolCurves(seeds),
  };
}
