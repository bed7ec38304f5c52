import type { ComparedFigure } from '../../domain/comparison.ts';
import { intervalOf, pairedDifference } from '../evaluation/bootstrap/interval.ts';
import { orNull } from '../evaluation/span-score.ts';
import type { ContenderFigure } from './contender-figures.ts';
import { higherIsBetter } from './higher-is-better.ts';

type Figures = ReadonlyMap<string, ContenderFigure>;

/** They are not the contenders' own. */
const FOREIGN = ['baselines.', 'repeatAgreement.'];

/** Every figure that a contender has, in the order of their first. contenders: of the same resamples. */
export function compareFigures(contenders: readonly Figures[]): readonly ComparedFigure[] {
  const names = new Set(contenders.flatMap((figures) => [...figures.keys()]));
  return [...names].filter((name) => !FOREIGN.some((prefix) => name.startsWith(prefix))).map((name) => compareFigure(name, contenders.map((figures) => figures.get(name) ?? null)));
}

function compareFigure(figure: string, own: readonly (ContenderFigure | null)[]): ComparedFigure {
  const praised = higherIsBetter(figure);
  const [first] = own;
  return {
    figure,
    higherIsBetter: praised,
    values: own.map((each) => each && orNull(each.value)),
    intervals: own.map((each) => each && intervalOf(each.samples)),
    deviations: own.map((each) => (each === null || each.deviation === null ? null : orNull(each.deviation))),
    differences: own.map((each, k) => (k === 0 || each === null || first === null ? null : pairedDifference(each, first, praised ?? true))),
  };
}
