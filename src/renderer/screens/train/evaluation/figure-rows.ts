import { describeDecoding } from '../../../../shared/domain/describe-decoding.ts';
import type { Evaluation, Interval } from '../../../../shared/domain/evaluation.ts';

export interface FigureRow {
  readonly name: string;
  /** null: unknown. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** What it was counted over. */
  readonly over: string;
}

export interface FigureGroup {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly FigureRow[];
}

type Row = readonly [name: string, value: number | null, path: string];

/** Every figure of an evaluation in groups, each with its interval and what it was counted over. */
export function figureGroups(evaluation: Evaluation): readonly FigureGroup[] {
  const { windows, spans, ci } = evaluation;
  const group = (title: string, note: string, over: string, rows: readonly Row[]): FigureGroup => ({
    title,
    note,
    rows: rows.map(([name, value, path]) => ({ name, value, interval: ci[path] ?? null, over })),
  });
  const all = `${windows} windows`;
  return [
    group('Bars', 'Per bar over all windows.', all, barRows(evaluation)),
    group('Bars, mean of windows', 'A window in which neither a label nor a prediction holds a bar is left out.', all, perWindowRows(evaluation)),
    group('Ranking and calibration', 'Of the probabilities, no threshold chosen.', all, probabilityRows(evaluation)),
    group('Spans', spanNote(evaluation), `${spans} labelled, ${evaluation.span.decoded} decoded`, spanRows(evaluation)),
    group('Edges of matched spans', 'In bars, decoded minus labelled, over pairs of IoU 0.5 and more.', `${evaluation.span.matched} pairs`, edgeRows(evaluation)),
    ...headGroups(evaluation, group),
  ];
}

function barRows({ bar }: Evaluation): readonly Row[] {
  const at = bar.best.threshold.toFixed(2);
  return [
    ['Precision at 0.5', bar.at05.precision, 'bar.at05.precision'],
    ['Recall at 0.5', bar.at05.recall, 'bar.at05.recall'],
    ['F1 at 0.5', bar.at05.f1, 'bar.at05.f1'],
    [`Precision at ${at}, chosen on validation`, bar.best.precision, 'bar.best.precision'],
    [`Recall at ${at}, chosen on validation`, bar.best.recall, 'bar.best.recall'],
    [`F1 at ${at}, chosen on validation`, bar.best.f1, 'bar.best.f1'],
  ];
}

function perWindowRows({ bar: { best, perWindow } }: Evaluation): readonly Row[] {
  return [
    ['F1 at 0.5', perWindow.at05.f1, 'bar.perWindow.at05.f1'],
    [`F1 at ${best.threshold.toFixed(2)}, chosen on validation`, perWindow.best.f1, 'bar.perWindow.best.f1'],
  ];
}

function probabilityRows({ auprc, auc, separation, ece, brier }: Evaluation): readonly Row[] {
  return [
    ['Area under precision and recall', auprc, 'auprc'],
    ['Area under the ROC curve', auc, 'auc'],
    ['Mean probability in spans', separation.inMean, 'separation.inMean'],
    ['Mean probability outside', separation.outMean, 'separation.outMean'],
    ['Separation', separation.separation, 'separation.separation'],
    ['Expected calibration error, 15 bins of equal mass', ece, 'ece'],
    ['Brier score', brier, 'brier'],
  ];
}

function spanNote({ decoding: { config, choice } }: Evaluation): string {
  return `By ${describeDecoding(config)}, ${choice === 'fixed' ? 'fixed beforehand' : 'chosen on validation'}.`;
}

function spanRows({ span }: Evaluation): readonly Row[] {
  return [
    ['F1, IoU 0.3', span.f1Iou30, 'span.f1Iou30'],
    ['F1, IoU 0.5', span.f1Iou50, 'span.f1Iou50'],
    ['F1, IoU 0.7', span.f1Iou70, 'span.f1Iou70'],
    ['Precision, IoU 0.5', span.precisionIou50, 'span.precisionIou50'],
    ['Recall, IoU 0.5', span.recallIou50, 'span.recallIou50'],
    ['Both edges within 1 bar', span.hit1, 'span.hit1'],
    ['Both edges within 3 bars', span.hit3, 'span.hit3'],
  ];
}

function edgeRows({ span }: Evaluation): readonly Row[] {
  return [
    ['Start', span.startError, 'span.startError'],
    ['End', span.endError, 'span.endError'],
    ['Start, absolute', span.startAbsolute, 'span.startAbsolute'],
    ['End, absolute', span.endAbsolute, 'span.endAbsolute'],
  ];
}

function headGroups({ pointers, type, countdown, absent }: Evaluation, group: (title: string, note: string, over: string, rows: readonly Row[]) => FigureGroup): readonly FigureGroup[] {
  const over = (score: { readonly windows: number } | null): string => `${score?.windows ?? 0} windows with one span`;
  return [
    group('Centre and length', absent.pointers ?? 'Of the pointer head, in bars.', over(pointers), [
      ['Centre', pointers?.centreError ?? null, 'pointers.centreError'],
      ['Centre, absolute', pointers?.centreAbsolute ?? null, 'pointers.centreAbsolute'],
      ['Length, absolute', pointers?.lengthAbsolute ?? null, 'pointers.lengthAbsolute'],
    ]),
    group('Type before it', absent.type ?? 'Consolidation or retracement.', over(type), [
      ['Accuracy', type?.accuracy ?? null, 'type.accuracy'],
      ['Macro F1', type?.macroF1 ?? null, 'type.macroF1'],
    ]),
    group('Bars until it starts', absent.countdown ?? 'Of the countdown head, in bars, clipped to 20.', over(countdown), [
      ['Error', countdown?.error ?? null, 'countdown.error'],
      ['Error, absolute', countdown?.absolute ?? null, 'countdown.absolute'],
    ]),
  ];
}
