import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { lastBarAtOrBefore, makeBarColumns, type BarColumns } from '../../../shared/domain/bar.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import { LEVEL_FACTOR } from '../../../shared/domain/series.ts';
import { aggregateBars } from '../aggregate-bars.ts';
import { mergeSortedBars } from '../merge-bars.ts';
import { CHUNK_BARS, chunkAt, countBars, readChunkedBars, readChunkedTimes, readChunkTimes, writeChunks } from './bar-chunks.ts';

export interface MergeOutcome {
  readonly added: number;
  /** Bars that the series held already, identical. */
  readonly alreadyPresent: number;
  /** Indices into the given bars: the series holds another bar at that time, which stays. */
  readonly conflicting: readonly number[];
}

/**
 * Adds bars (ascending by time, no time twice, whole milliseconds) before, between or after those of the series, and
 * brings every level up to date. One transaction; only chunks from the first added bar on are rewritten.
 */
export function mergeBars(db: Database, id: SeriesId, bars: BarColumns): MergeOutcome {
  requireAscending(bars.time);
  return db.transaction(() => mergeFromChunk(db, id, bars))();
}

function mergeFromChunk(db: Database, id: SeriesId, bars: BarColumns): MergeOutcome {
  if (bars.time.length === 0) return { added: 0, alreadyPresent: 0, conflicting: [] };
  const firstChunk = chunkAt(db, id, 0, bars.time[0])?.chunk ?? 0;
  const chunkStart = firstChunk * CHUNK_BARS;
  const existing = readBarRange(db, id, 0, chunkStart, countBars(db, id, 0));
  const merged = mergeSortedBars(existing, bars);
  if (merged.added > 0) {
    writeChunks(db, id, 0, firstChunk, merged.bars);
    refreshLevels(db, id, chunkStart + merged.firstAdded);
  }
  return { added: merged.added, alreadyPresent: merged.alreadyPresent, conflicting: merged.conflicting };
}

/** Rebuilds every level above the bars from bar `changedFrom` on. A level of at most one chunk has none above it. */
function refreshLevels(db: Database, id: SeriesId, changedFrom: number): void {
  let changed = changedFrom;
  for (let level = 0; countBars(db, id, level) > CHUNK_BARS; level++) {
    const changedGroup = Math.min(Math.floor(changed / LEVEL_FACTOR), countBars(db, id, level + 1));
    const firstChunk = Math.floor(changedGroup / CHUNK_BARS);
    const source = readBarRange(db, id, level, firstChunk * CHUNK_BARS * LEVEL_FACTOR, countBars(db, id, level));
    writeChunks(db, id, level + 1, firstChunk, aggregateBars(source, LEVEL_FACTOR));
    changed = changedGroup;
  }
}

/** Bars [fromIndex, fromIndex + count) of a level, cut to what exists. */
export function readBarRange(db: Database, id: SeriesId, level: number, fromIndex: number, count: number): BarColumns {
  const from = Math.max(0, fromIndex);
  const end = Math.min(fromIndex + count, countBars(db, id, level));
  return end <= from ? makeBarColumns(0) : readChunkedBars(db, id, level, from, end - from);
}

/** Index of the last bar of the level that opens at or before `time`; -1 before the first. */
export function findBarIndex(db: Database, id: SeriesId, level: number, time: number): number {
  const head = chunkAt(db, id, level, time);
  if (head === undefined) return -1;
  return head.chunk * CHUNK_BARS + lastBarAtOrBefore(readChunkTimes(db, id, level, head.chunk), time);
}

/** Whether a bar of the series opens exactly at `time`. */
export function hasBar(db: Database, id: SeriesId, time: number): boolean {
  const head = chunkAt(db, id, 0, time);
  if (head === undefined || time > head.lastTime) return false;
  const times = readChunkTimes(db, id, 0, head.chunk);
  return times[lastBarAtOrBefore(times, time)] === time;
}

/** The bars that open within [from, to]. */
export function readBarsBetween(db: Database, id: SeriesId, from: number, to: number): BarColumns {
  const first = firstBarFrom(db, id, from);
  return readBarRange(db, id, 0, first, findBarIndex(db, id, 0, to) + 1 - first);
}

/** The opening times of the bars within [from, to], without reading their prices. */
export function readTimesBetween(db: Database, id: SeriesId, from: number, to: number): Float64Array {
  const first = firstBarFrom(db, id, from);
  const count = findBarIndex(db, id, 0, to) + 1 - first;
  return count <= 0 ? new Float64Array(0) : readChunkedTimes(db, id, first, count);
}

function firstBarFrom(db: Database, id: SeriesId, time: number): number {
  const before = findBarIndex(db, id, 0, time);
  return before >= 0 && hasBar(db, id, time) ? before : before + 1;
}

function requireAscending(time: Float64Array): void {
  for (let index = 0; index < time.length; index++) {
    if (Number.isSafeInteger(time[index]) && (index === 0 || time[index] > time[index - 1])) continue;
    const message = `Bar ${index}: its time ${time[index]} is not a whole millisecond after the bar before.`;
    throw new ExpanseError('internal', message, 'Please report this; nothing was written.');
  }
}
