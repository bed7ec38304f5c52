import type { ComparedBaseline } from '../../domain/comparison.ts';
import type { Baseline } from '../../domain/evaluation.ts';
import { pairedDifference, type SampledFigure } from '../evaluation/bootstrap/interval.ts';
import type { SampledEvaluation } from '../evaluation/make-evaluation.ts';
import type { ContenderFigure } from './contender-figures.ts';

/** The baselines of one evaluation, and each contender held against them. */
export function compareBaselines({ evaluation, figures }: SampledEvaluation, contenders: readonly ReadonlyMap<string, ContenderFigure>[]): readonly ComparedBaseline[] {
  return evaluation.baselines.map(({ gain: _gain, ...baseline }) => {
    const bar = figures.get(`baselines.${baseline.name}.bar.f1`)!;
    const span = figures.get(`baselines.${baseline.name}.span.f1Iou50`)!;
    return { ...baseline, gains: contenders.map((own) => gainOver(own, bar, span)) };
  });
}

const gainOver = (own: ReadonlyMap<string, ContenderFigure>, bar: SampledFigure, span: SampledFigure): Baseline['gain'] => ({
  bar: pairedDifference(own.get('bar.best.f1')!, bar),
  span: pairedDifference(own.get('span.f1Iou50')!, span),
});
