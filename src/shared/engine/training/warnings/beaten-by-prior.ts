import type { Evaluation } from '../../../domain/evaluation.ts';
import type { EpochRecord } from '../../../domain/run.ts';

/** null: the model finds spans better than their usual place in the window does. */
export function warnOfPositionPrior({ part, bar, baselines }: Pick<Evaluation, 'part' | 'bar' | 'baselines'>): string | null {
  const prior = baselines.find(({ name }) => name === 'positionPrior');
  if (prior === undefined || bar.best.f1 > prior.bar.f1) return null;
  return `On the ${part} windows the model's best F1 is ${bar.best.f1.toFixed(3)}; ${priorWords(prior.bar.f1)}`;
}

/** The same while it trains. false where it cannot be told. */
export const isBeatenByPrior = ({ valBest, view }: EpochRecord): boolean => valBest !== null && view?.priorF1 != null && valBest.f1 <= view.priorF1;

/** `record`: one in which it was seen. */
export const tellBeatenByPrior = ({ epoch, valBest, view }: EpochRecord): string => `In epoch ${epoch} the best F1 on the val windows is ${valBest!.f1.toFixed(3)}; ${priorWords(view!.priorF1!)}`;

const priorWords = (f1: number): string =>
  `the position in the window alone, no bar looked at, gives ${f1.toFixed(3)}. It has learned nothing of use yet: train longer or with a higher learning rate, choose other features, or review more windows.`;
