import { findFigure, type ComparisonFacts } from './facts.ts';
import { formatFigure, quote } from './numbers.ts';

/** Share of the F1 at the chosen threshold, below which F1 at 0.5 tells of the level of probabilities alone. */
const LOW = 0.5;

/** Where bars are told apart, but hardly any reaches 0.5. */
export function atHalf(facts: ComparisonFacts, k: number): readonly string[] {
  const [half, best, auc] = ['bar.at05.f1', 'bar.best.f1', 'auc'].map((name) => findFigure(facts, name)?.values[k] ?? null);
  if (half === null || best === null || half >= LOW * best) return [];
  const { name, bestThreshold } = facts.contenders[k];
  const ranks = auc === null ? '' : `, and its area under the ROC curve is ${formatFigure(auc)}`;
  return [
    `F1 of bars at 0.5 (${formatFigure(half)}) says of ${quote(name)} that its probabilities are low, not that it cannot tell bars apart: at ${formatFigure(bestThreshold)}, chosen on validation, it is ${formatFigure(best)}${ranks}.`,
  ];
}
