import { badFile, guardParser } from '../bad-file.ts';
import { toUtf8 } from '../source/decode-text.ts';
import type { RowTable } from './row-table.ts';

export function looksLikeJson(bytes: Uint8Array): boolean {
  const first = toUtf8(bytes.subarray(0, 64)).toString('utf8').trimStart()[0];
  return first === '[' || first === '{';
}

export const parseJson = (file: string, bytes: Uint8Array): Promise<unknown> =>
  guardParser(file, 'JSON', () => JSON.parse(toUtf8(bytes).toString('utf8')));

/** A list of arrays, as freqtrade and exchanges write it, or of objects with the same keys. Throws 'bad-file' for other JSON. */
export function openJsonTable(file: string, parsed: unknown): RowTable {
  if (!Array.isArray(parsed)) throw notAList(file);
  const records: readonly unknown[] = parsed;
  const keys = isRecord(records[0]) ? Object.keys(records[0]) : null;
  const columnCount = keys?.length ?? firstLength(records);
  if (columnCount === 0) throw notAList(file);
  return {
    kind: 'json',
    delimiter: null,
    header: keys,
    columnCount,
    rowCount: records.length,
    blankLines: 0,
    notes: [],
    cells: (row) => cellsOf(records[row], keys),
    line: (row) => row + 1,
    text: (row) => JSON.stringify(records[row]) ?? '',
  };
}

const notAList = (file: string): Error =>
  badFile(file, 'the JSON is not a list of bars: [[time, open, high, low, close, volume], …] or [{"time": …, "open": …}, …] is expected.');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const firstLength = (records: readonly unknown[]): number => (Array.isArray(records[0]) ? records[0].length : 0);

function cellsOf(record: unknown, keys: readonly string[] | null): readonly string[] {
  if (Array.isArray(record)) return keys === null ? record.map(toCell) : [];
  return keys === null || !isRecord(record) ? [] : keys.map((key) => toCell(record[key]));
}

// String() of a number is the shortest text that reads back as the same number.
const toCell = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '');
