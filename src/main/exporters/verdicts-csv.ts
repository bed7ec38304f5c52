import { csvLine, type CsvValue } from './csv-line.ts';
import type { ExportedVerdict } from './exported-verdict.ts';

const COLUMNS = [
  'id', 'symbol', 'timeframe', 'origin', 'window_start', 'window_end', 'run', 'run_name', 'types', 'decision', 'confidence', 'predictions', 'scores', 'labels',
  'label_ids', 'author', 'decided_at',
] as const;

/** The header, then a line per verdict. Where a cell holds several, a space divides them; spans are intervals as START/END. */
export function* verdictsCsv(verdicts: Iterable<ExportedVerdict>): Generator<string> {
  yield csvLine(COLUMNS);
  for (const verdict of verdicts) {
    const cells = toCells(verdict);
    yield csvLine(COLUMNS.map((column) => cells[column]));
  }
}

function toCells({ types, predictions, labels, ...fields }: ExportedVerdict): Readonly<Record<(typeof COLUMNS)[number], CsvValue>> {
  return {
    ...fields,
    types: types.join(' '),
    predictions: predictions.map(interval).join(' '),
    scores: predictions.map(({ score }) => score).join(' '),
    labels: labels.map(interval).join(' '),
    label_ids: labels.map(({ id }) => id).join(' '),
  };
}

const interval = ({ start, end }: { readonly start: string; readonly end: string }): string => `${start}/${end}`;
