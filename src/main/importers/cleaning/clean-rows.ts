import { BAR_COLUMN_NAMES, makeBarColumns, type BarColumns } from '../../../shared/domain/bar.ts';
import type { ReadRows } from '../rows/read-rows.ts';
import { describePriceFaults, findPriceFaults } from './check-prices.ts';
import { dropDuplicates, type Duplicate } from './duplicates.ts';
import { resolveRepeatedHour } from './resolve-repeated-hour.ts';
import { findOutOfOrder, isNewestFirst, sortByTime } from './row-order.ts';

export interface RejectedRow {
  readonly row: number;
  readonly reason: string;
}

/** Bars to store, and where every other row went: rows = bars + exact + conflicting + rejected. */
export interface CleanRows {
  /** Ascending, every time once. */
  readonly bars: BarColumns;
  /** The row of each bar. */
  readonly rowOfBar: Int32Array;
  /** Opening time of every row; NaN where the stamp could not be read. */
  readonly timeOfRow: Float64Array;
  readonly newestFirst: boolean;
  /** In the file's order. */
  readonly rejected: readonly RejectedRow[];
  readonly faultCounts: FaultCounts;
  readonly exact: readonly Duplicate[];
  readonly conflicting: readonly Duplicate[];
  readonly outOfOrder: readonly number[];
  readonly repeatedHour: number;
}

/** Rows rejected for their prices, each counted for every one of its faults. */
export interface FaultCounts {
  readonly nonFinite: number;
  readonly nonPositive: number;
  readonly highBelowLow: number;
}

/**
 * The rules of every import. A row that is no bar or has an impossible price is rejected, never repaired. Of rows with
 * the same time the first sound one of the file is kept; those after it are duplicates, whatever their prices. Pure.
 */
export function cleanRows({ bars: raw, faults, laterTimes }: ReadRows, timeframeMs: number): CleanRows {
  const bars = { ...raw, time: raw.time.slice() };
  const inFileOrder = Int32Array.from(bars.time.keys()).filter((row) => !faults.has(row));
  const newestFirst = isNewestFirst(bars.time, inFileOrder);
  const oldToNew = newestFirst ? inFileOrder.slice().reverse() : inFileOrder;
  const repeatedHour = resolveRepeatedHour(bars.time, oldToNew, laterTimes, timeframeMs);
  const { kept, exact, conflicting, impossible } = dropDuplicates(bars, sortByTime(bars.time, oldToNew));
  const wrong = new Set(impossible);
  const rejected = [...faults, ...impossible.map((row) => [row, describePriceFaults(bars, row)] as const)];
  return {
    bars: takeRows(bars, kept),
    rowOfBar: kept,
    timeOfRow: bars.time,
    newestFirst,
    rejected: rejected.map(([row, reason]) => ({ row, reason })).sort((a, b) => a.row - b.row),
    faultCounts: countFaults(bars, impossible),
    exact,
    conflicting,
    outOfOrder: findOutOfOrder(
      bars.time,
      inFileOrder.filter((row) => !wrong.has(row)),
      newestFirst,
    ),
    repeatedHour,
  };
}

function countFaults(bars: BarColumns, rows: readonly number[]): FaultCounts {
  const counts = { nonFinite: 0, nonPositive: 0, highBelowLow: 0 };
  for (const row of rows) {
    const faults = findPriceFaults(bars, row);
    counts.nonFinite += Number(faults.nonFinite);
    counts.nonPositive += Number(faults.nonPositive);
    counts.highBelowLow += Number(faults.highBelowLow);
  }
  return counts;
}

function takeRows(bars: BarColumns, rows: Int32Array): BarColumns {
  const taken = makeBarColumns(rows.length);
  for (const name of BAR_COLUMN_NAMES) {
    for (let i = 0; i < rows.length; i += 1) taken[name][i] = bars[name][rows[i]];
  }
  return taken;
}
