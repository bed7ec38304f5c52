import type { Database } from 'better-sqlite3';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { readBarRange } from '../../store/queries/bars.ts';
import type { SnapshotWindow } from '../../store/queries/snapshots.ts';

/** Opening times from the first to the last bar, both included. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/**
 * When those windows of a run happen that it does not learn from, each with an embargo of its own length on both sides: in bars
 * of its series, and at least in time. These are validation, test, and what an outer split holds back from all folds. In order,
 * without overlaps.
 */
export function forbiddenTimes(db: Database, windows: readonly SnapshotWindow[], parts: readonly SplitPart[]): readonly TimeRange[] {
  return joinRanges(windows.filter((_, n) => parts[n] !== 'train').map((window) => rangeOf(db, window)));
}

function rangeOf(db: Database, { seriesId, fromIndex, bars, warmUp }: SnapshotWindow): TimeRange {
  const time = bars.time.subarray(warmUp);
  const [first, last] = [time[0], time[time.length - 1]];
  const around = readBarRange(db, seriesId, 0, fromIndex - time.length, 3 * time.length).time;
  const duration = last - first;
  return { from: Math.min(around[0], first - duration), to: Math.max(around[around.length - 1], last + duration) };
}

function joinRanges(ranges: readonly TimeRange[]): readonly TimeRange[] {
  const joined: TimeRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || range.from > last.to) joined.push(range);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return joined;
}

/** ranges: in order, without overlaps. */
export function touches(ranges: readonly TimeRange[], from: number, to: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle].to < from) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low].from <= to;
}
