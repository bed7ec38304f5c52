import type { Evaluation, Interval } from '../../../shared/domain/evaluation.ts';
import { formatFigure } from '../../ui/format/number.ts';

export interface JudgedFigure {
  readonly name: string;
  readonly figure: string;
  readonly interval: Interval | null;
  readonly note: string | null;
  /** Something was chosen for it on the very windows that it judges. */
  readonly isTuned: boolean;
}

/** The figures of a run at a glance, those first that nothing was chosen for. */
export function evaluationFigures({ part, bar, separation, decoding, span, auprc, ece, ci }: Evaluation): readonly JudgedFigure[] {
  const judgesItself = part === 'val';
  const plain = (name: string, value: number | null, path: string, note: string | null = null): JudgedFigure => ({
    name,
    figure: value === null ? '–' : formatFigure(value),
    interval: ci[path] ?? null,
    note,
    isTuned: false,
  });
  const tuned = (...args: Parameters<typeof plain>): JudgedFigure => ({
    ...plain(...args),
    note: judgesItself ? 'optimistic: chosen on these' : 'chosen on validation',
    isTuned: judgesItself,
  });
  const spanFigure = decoding.choice === 'fixed' ? plain : tuned;
  return [
    plain('F1 per bar at 0.5', bar.at05.f1, 'bar.at05.f1'),
    plain('Area under precision and recall', auprc, 'auprc'),
    plain('Separation', separation.separation, 'separation.separation', 'mean in spans minus outside'),
    plain('Calibration error (ECE)', ece, 'ece', 'lower is better'),
    tuned(`F1 per bar at ${bar.best.threshold.toFixed(2)}`, bar.best.f1, 'bar.best.f1'),
    spanFigure('F1 of spans, IoU 0.5', span.f1Iou50, 'span.f1Iou50'),
    spanFigure('Both edges within 3 bars', span.hit3, 'span.hit3'),
    spanFigure('Both edges within 1 bar', span.hit1, 'span.hit1'),
  ];
}
