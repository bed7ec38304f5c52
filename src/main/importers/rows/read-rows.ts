import type { ImportOptions } from '../../../shared/contract/imports.ts';
import { makeBarColumns, type BarColumns } from '../../../shared/domain/bar.ts';
import { findFormat } from '../formats/all-formats.ts';
import { nextTurn, type Monitor } from '../monitor.ts';
import { firstRows, type RowTable } from '../table/row-table.ts';
import { hasDecimalComma, parseNumber } from './parse-number.ts';
import { makeStampReader, type StampReader } from './read-stamp.ts';
import { requireColumns } from './require-columns.ts';

/** Every row of a table as numbers, in the file's order; what cannot be read is NaN. */
export interface ReadRows {
  readonly bars: BarColumns;
  /** Rows that are no bar at all, with the reason. */
  readonly faults: ReadonlyMap<number, string>;
  /** Rows whose stamp happens twice on the zone's clock: row to the later of the two times. `bars` has the earlier. */
  readonly laterTimes: ReadonlyMap<number, number>;
  /** Rows with a volume that is no number; it is stored as unknown. */
  readonly unknownVolumes: number;
}

const BLOCK_ROWS = 8192;

/** Reads all rows, telling of its progress and letting other work in between. Throws 'invalid-input' for wrong options. */
export async function readRows(table: RowTable, options: ImportOptions, name: string, monitor: Monitor): Promise<ReadRows> {
  const reader = makeRowReader(table, options, name);
  for (let start = 0; start < table.rowCount; start += BLOCK_ROWS) {
    const end = Math.min(start + BLOCK_ROWS, table.rowCount);
    for (let row = start; row < end; row += 1) reader.read(row);
    monitor.report('Reading rows', end, table.rowCount);
    await nextTurn();
    monitor.throwIfCancelled();
  }
  return reader.rows;
}

/** The first rows only, for a preview. */
export function readFirstRows(table: RowTable, options: ImportOptions, name: string, count: number): ReadRows {
  const top: RowTable = { ...table, rowCount: Math.min(count, table.rowCount) };
  const reader = makeRowReader(top, options, name);
  for (let row = 0; row < top.rowCount; row += 1) reader.read(row);
  return reader.rows;
}

function makeRowReader(table: RowTable, options: ImportOptions, name: string): { readonly rows: ReadRows; read(row: number): void } {
  requireColumns(options.columns, table, name);
  const bars = makeBarColumns(table.rowCount);
  const faults = new Map<number, string>();
  const laterTimes = new Map<number, number>();
  const rows = { bars, faults, laterTimes, unknownVolumes: 0 };
  const stamps: StampReader = makeStampReader(options, name);
  const { open = -1, high = -1, low = -1, close = -1, volume } = options.columns;
  const decimalComma = hasDecimalComma(firstRows(table, 100).flatMap((cells) => [cells[open] ?? '', cells[close] ?? '']), table.delimiter);
  const divisor = findFormat(options.format)?.priceDivisor ?? 1;
  const shift = options.stampsAreBarEnd ? options.timeframeMs : 0;
  const price = (cell: string | undefined): number => {
    const value = parseNumber(cell ?? '', decimalComma);
    return divisor === 1 ? value : value / divisor;
  };

  const read = (row: number): void => {
    const cells = table.cells(row);
    const time = stamps.read(cells);
    const later = stamps.readLater();
    bars.time[row] = time - shift;
    bars.open[row] = price(cells[open]);
    bars.high[row] = price(cells[high]);
    bars.low[row] = price(cells[low]);
    bars.close[row] = price(cells[close]);
    bars.volume[row] = volume === undefined ? Number.NaN : readVolume(cells[volume] ?? '');
    if (!Number.isNaN(later)) laterTimes.set(row, later - shift);
    if (cells.length > table.columnCount && cells.slice(table.columnCount).some((cell) => cell.trim() !== '')) {
      faults.set(row, wrongCount(cells.length, table.columnCount));
    } else if (Number.isNaN(time)) {
      faults.set(row, cells.length < table.columnCount ? wrongCount(cells.length, table.columnCount) : stamps.fault(cells));
    }
  };
  const readVolume = (cell: string): number => {
    const value = parseNumber(cell, decimalComma);
    if (value >= 0) return value;
    rows.unknownVolumes += 1;
    return Number.NaN;
  };
  return { rows, read };
}

const wrongCount = (found: number, expected: number): string => `${found} ${found === 1 ? 'cell' : 'cells'} where ${expected} are expected`;
