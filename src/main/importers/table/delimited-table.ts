import { badFile } from '../bad-file.ts';
import { looksBinary, toUtf8 } from '../source/decode-text.ts';
import { isNumeric } from '../rows/parse-number.ts';
import { detectDelimiter, usualCellCount } from './detect-delimiter.ts';
import type { RowTable } from './row-table.ts';
import { splitCells } from './split-cells.ts';
import { scanLines, type TextLines } from './text-lines.ts';

export interface TableCorrections {
  readonly delimiter?: string | null;
  readonly hasHeader?: boolean;
}

const SAMPLE_LINES = 200;

/** Throws 'bad-file' where no delimiter makes a table of it. */
export function openDelimitedTable(file: string, bytes: Uint8Array, corrections: TableCorrections): RowTable {
  const utf8 = toUtf8(bytes);
  if (looksBinary(utf8)) throw badFile(file, 'it is neither text nor a known binary format (gzip, zip, Parquet).');
  const lines = scanLines(utf8);
  const sample = Array.from({ length: Math.min(SAMPLE_LINES, lines.count) }, (_, index) => lines.text(index));
  const delimiter = corrections.delimiter ?? detectDelimiter(sample);
  if (delimiter === null) {
    throw badFile(file, 'no delimiter (comma, semicolon, tab, bar or space) cuts it into a time and four prices per line.');
  }
  return cutTable(lines, sample, delimiter, corrections.hasHeader);
}

function cutTable(lines: TextLines, sample: readonly string[], delimiter: string, hasHeader: boolean | undefined): RowTable {
  const { cells: columnCount } = usualCellCount(sample, delimiter);
  const start = Math.max(0, sample.findIndex((line) => splitCells(line, delimiter).length === columnCount));
  const shortHeader = findShortHeader(sample, start, columnCount, delimiter);
  const preamble = shortHeader === null ? start : start - 1;
  const top = shortHeader ?? (lines.count === 0 ? [] : splitCells(lines.text(preamble), delimiter));
  const headed = hasHeader ?? !top.some(isNumeric);
  const first = preamble + (headed ? 1 : 0);
  return {
    kind: 'delimited',
    delimiter,
    header: headed ? top.map((cell) => cell.trim()) : null,
    columnCount,
    rowCount: Math.max(0, lines.count - first),
    blankLines: lines.blank,
    notes: preamble === 0 ? [] : [`The first ${preamble === 1 ? 'line is' : `${preamble} lines are`} not part of the table and passed over.`],
    cells: (row) => splitCells(lines.text(first + row), delimiter),
    line: (row) => lines.number(first + row),
    text: (row) => lines.text(first + row),
  };
}

/** Names above rows that all end with one delimiter more; null: the line above the rows is none of this kind. */
function findShortHeader(sample: readonly string[], start: number, columnCount: number, delimiter: string): readonly string[] | null {
  if (start === 0) return null;
  const names = splitCells(sample[start - 1], delimiter);
  if (names.length !== columnCount - 1 || names.some((name) => name.trim() === '' || isNumeric(name))) return null;
  return sample.slice(start).every((line) => line.trimEnd().endsWith(delimiter)) ? [...names, ''] : null;
}
