import { csvLine } from './csv-line.ts';
import type { ExportedSpan } from './exported-span.ts';

const COLUMNS = [
  'id', 'symbol', 'timeframe', 'origin', 'start', 'end', 'confidence', 'start_uncertainty', 'end_uncertainty', 'type', 'direction', 'note', 'tags',
  'author', 'source', 'score', 'run', 'window_start', 'window_end', 'window_state', 'dataset', 'split', 'created_at', 'updated_at',
] as const satisfies readonly (keyof ExportedSpan)[];

/** The header, then a line per span. */
export function* spansCsv(spans: Iterable<ExportedSpan>): Generator<string> {
  yield csvLine(COLUMNS);
  for (const span of spans) yield csvLine(COLUMNS.map((column) => span[column]));
}
