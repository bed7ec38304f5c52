import type { FigureSummary } from '../../../../shared/domain/experiment.ts';
import { formatCount, formatFigure } from '../../../ui/format/number.ts';

export interface FigureRow {
  readonly figure: string;
  readonly name: string;
  /** '0.512 ± 0.031'; without a spread where one member has it. */
  readonly mean: string;
  readonly range: string;
  readonly members: number;
}

/** The figures that a person looks for first, in this order. */
const NAMES: Readonly<Record<string, string>> = {
  windows: 'Windows that judge',
  spans: 'Spans in them',
  'bar.at05.f1': 'F1 per bar at 0.5',
  'bar.best.f1': 'F1 per bar at the best threshold',
  'bar.best.threshold': 'Best threshold',
  'span.f1Iou50': 'Span F1 at IoU 0.5',
  'span.hit3': 'Spans hit within 3 bars',
  'separation.separation': 'Separation',
  auprc: 'Area under precision and recall',
  auc: 'Area under the ROC curve',
  ece: 'Calibration error',
  brier: 'Brier score',
  'type.accuracy': 'Accuracy of the type',
  'baselines.positionPrior.bar.f1': 'F1 per bar by position alone',
  'baselines.positionPrior.gain.bar.difference': 'F1 per bar above position alone',
};

const COUNTS = new Set(['windows', 'spans']);

/** First those with a name, then all others under their paths. */
export function figureRows(figures: readonly FigureSummary[]): { readonly main: readonly FigureRow[]; readonly others: readonly FigureRow[] } {
  const byName = new Map(figures.map((summary) => [summary.figure, summary]));
  const main = Object.keys(NAMES).flatMap((figure) => byName.get(figure) ?? []);
  return { main: main.map(toRow), others: figures.filter(({ figure }) => NAMES[figure] === undefined).map(toRow) };
}

function toRow(summary: FigureSummary): FigureRow {
  const { figure, members, low, high } = summary;
  const format = formatOf(figure);
  return { figure, name: NAMES[figure] ?? figure, mean: meanText(summary), range: `${format(low)} to ${format(high)}`, members };
}

export function meanText({ figure, mean, deviation }: FigureSummary): string {
  const format = formatOf(figure);
  return deviation === null ? format(mean) : `${format(mean)} ± ${format(deviation)}`;
}

const formatOf = (figure: string): ((value: number) => string) => (COUNTS.has(figure) ? (value) => formatCount(Math.round(value * 10) / 10) : formatFigure);
