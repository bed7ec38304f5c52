import type { Evaluation } from '../../../domain/evaluation.ts';

/** null: the model finds spans better than their usual place in the window does. */
export function warnOfPositionPrior({ part, bar, positionPrior }: Evaluation): string | null {
  if (bar.best.f1 > positionPrior.f1) return null;
  return `On the ${part} windows the model's best F1 is ${bar.best.f1.toFixed(3)}; the position in the window alone, no bar looked at, gives ${positionPrior.f1.toFixed(3)}. It has learned nothing of use yet.`;
}
