import type { BarColumns } from '../../../shared/domain/bar.ts';
import { isImpossible } from './check-prices.ts';

/** A row that stands for a time that an earlier, sound row of the file holds already. */
export interface Duplicate {
  readonly row: number;
  readonly keptRow: number;
}

export interface Deduplicated {
  /** One row for every time: the first of the file whose prices are possible. */
  readonly kept: Int32Array;
  readonly exact: readonly Duplicate[];
  readonly conflicting: readonly Duplicate[];
  /** Rows with impossible prices that repeat no kept row. */
  readonly impossible: readonly number[];
}

/** `rows`: sorted by time, equal times in the file's order. Every row ends up in exactly one of the four lists. */
export function dropDuplicates(bars: BarColumns, rows: Int32Array): Deduplicated {
  const kept = new Int32Array(rows.length);
  const exact: Duplicate[] = [];
  const conflicting: Duplicate[] = [];
  const impossible: number[] = [];
  let count = 0;
  for (const row of rows) {
    const keptRow = count === 0 ? -1 : kept[count - 1];
    if (keptRow >= 0 && bars.time[keptRow] === bars.time[row]) {
      (isSameBar(bars, keptRow, row) ? exact : conflicting).push({ row, keptRow });
    } else if (isImpossible(bars, row)) impossible.push(row);
    else kept[count++] = row;
  }
  return { kept: kept.subarray(0, count), exact, conflicting, impossible };
}

function isSameBar(bars: BarColumns, a: number, b: number): boolean {
  return (['open', 'high', 'low', 'close', 'volume'] as const).every((name) => Object.is(bars[name][a], bars[name][b]));
}
