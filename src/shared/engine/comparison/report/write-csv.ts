import type { Comparison, ComparedFigure } from '../../../domain/comparison.ts';
import { verdictWord } from '../words/verdict-words.ts';

const COLUMNS = ['figure', 'contender', 'windows', 'spans', 'value', 'low', 'high', 'deviation', 'difference', 'difference_low', 'difference_high', 'verdict'];

/** A line for each figure of each contender; what is not known is left empty. */
export function writeCsv({ figures, contenders, windows, spans }: Comparison): string {
  const lines = figures.flatMap((figure) => contenders.map(({ name }, k) => [figure.figure, name, windows, spans, ...cellsOf(figure, k)]));
  return [COLUMNS, ...lines].map((cells) => `${cells.map(toCell).join(',')}\n`).join('');
}

type Cell = string | number | null;

function cellsOf(figure: ComparedFigure, k: number): readonly Cell[] {
  const difference = figure.differences[k];
  const [low, high] = figure.intervals[k] ?? [null, null];
  const compared = difference === null ? [null, null, null, null] : [difference.difference, ...difference.interval, verdictWord(figure, difference.verdict)];
  return [figure.values[k], low, high, figure.deviations[k], ...compared];
}

/** Quoted where it must be (RFC 4180); a name that a spreadsheet would take for a formula begins with an apostrophe. */
function toCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
