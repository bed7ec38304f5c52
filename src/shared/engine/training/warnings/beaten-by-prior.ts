import type { Evaluation } from '../../../domain/evaluation.ts';

/** null: the model finds spans better than their usual place in the window does. */
export function warnOfPositionPrior({ part, bar, baselines }: Pick<Evaluation, 'part' | 'bar' | 'baselines'>): string | null {
  const prior = baselines.find(({ name }) => name === 'positionPrior');
  if (prior === undefined || bar.best.f1 > prior.bar.f1) return null;
  return `On the ${part} windows the model's best F1 is ${bar.best.f1.toFixed(3)}; the position in the window alone, no bar looked at, gives ${prior.bar.f1.toFixed(3)}. It has learned nothing of use yet.`;
}
