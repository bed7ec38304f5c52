import type { Evaluation } from '../../../shared/domain/evaluation.ts';
import { formatFigure } from '../../ui/format/number.ts';

export interface JudgedFigure {
  readonly name: string;
  readonly figure: string;
  readonly note: string | null;
  /** Its threshold was chosen on the very windows that it judges. */
  readonly isTuned: boolean;
}

/** The figures of a run, those first that nothing was chosen for. */
export function evaluationFigures({ part, bar, separation, positionPrior }: Evaluation): readonly JudgedFigure[] {
  const isTuned = part === 'val';
  const note = isTuned ? 'optimistic: chosen on these' : 'chosen on validation';
  const plain = (name: string, value: number) => ({ name, figure: formatFigure(value), note: null, isTuned: false });
  const tuned = (name: string, value: number) => ({ name, figure: formatFigure(value), note, isTuned });
  return [
    plain('F1 per bar at 0.5', bar.at05.f1),
    plain('Precision at 0.5', bar.at05.precision),
    plain('Recall at 0.5', bar.at05.recall),
    plain('Mean F1 per window at 0.5', bar.macroF1At05),
    { ...plain('Separation', separation.separation), note: 'mean in spans minus outside' },
    tuned(`F1 at threshold ${bar.best.threshold.toFixed(2)}`, bar.best.f1),
    { name: `Precision · recall at ${bar.best.threshold.toFixed(2)}`, figure: `${bar.best.precision.toFixed(2)}·${bar.best.recall.toFixed(2)}`, note, isTuned },
    tuned(`F1 by position alone at ${positionPrior.threshold.toFixed(2)}`, positionPrior.f1),
  ];
}
