import type { Database } from 'better-sqlite3';
import { BAR_COLUMN_NAMES, makeBarColumns, type BarColumns } from '../../../shared/domain/bar.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';

export const CHUNK_BARS = 4096;

const BYTES = Float64Array.BYTES_PER_ELEMENT;

interface ChunkRow {
  readonly chunk: number;
  readonly bar_count: number;
  readonly bars: Uint8Array;
}

export interface ChunkHead {
  readonly chunk: number;
  readonly barCount: number;
  readonly firstTime: number;
  readonly lastTime: number;
}

const HEAD = 'SELECT chunk, bar_count AS barCount, first_time AS firstTime, last_time AS lastTime FROM bar_chunk';

export function lastChunk(db: Database, id: SeriesId, level: number): ChunkHead | undefined {
  return db
    .prepare<[number, number], ChunkHead>(`${HEAD} WHERE series_id = ? AND level = ? ORDER BY chunk DESC LIMIT 1`)
    .get(id, level);
}

/** The last chunk that begins at or before `time`. */
export function chunkAt(db: Database, id: SeriesId, level: number, time: number): ChunkHead | undefined {
  return db
    .prepare<[number, number, number], ChunkHead>(
      `${HEAD} WHERE series_id = ? AND level = ? AND first_time <= ? ORDER BY first_time DESC LIMIT 1`,
    )
    .get(id, level, time);
}

export function countBars(db: Database, id: SeriesId, level: number): number {
  const last = lastChunk(db, id, level);
  return last === undefined ? 0 : last.chunk * CHUNK_BARS + last.barCount;
}

/** The opening times of one chunk's bars. */
export function readChunkTimes(db: Database, id: SeriesId, level: number, chunk: number): Float64Array {
  const bytes = db
    .prepare<[number, number, number], Uint8Array>(
      `SELECT substr(bars, 1, bar_count * ${BYTES}) FROM bar_chunk WHERE series_id = ? AND level = ? AND chunk = ?`,
    )
    .pluck()
    .get(id, level, chunk);
  // Copied, because a Buffer need not lie at a multiple of eight bytes.
  return new Float64Array(new Uint8Array(bytes ?? []).buffer);
}

/** The opening times of bars [from, from + count) of level 0; all of them must exist. */
export function readChunkedTimes(db: Database, id: SeriesId, from: number, count: number): Float64Array {
  const times = new Float64Array(count);
  const lastWanted = Math.floor((from + count - 1) / CHUNK_BARS);
  for (let chunk = Math.floor(from / CHUNK_BARS); chunk <= lastWanted; chunk++) {
    const start = chunk * CHUNK_BARS;
    const wanted = readChunkTimes(db, id, 0, chunk).subarray(Math.max(0, from - start), from + count - start);
    times.set(wanted, Math.max(0, start - from));
  }
  return times;
}

/** Bars [from, from + count) of a level; all of them must exist. */
export function readChunkedBars(db: Database, id: SeriesId, level: number, from: number, count: number): BarColumns {
  const bars = makeBarColumns(count);
  const rows = db
    .prepare<[number, number, number, number], ChunkRow>(
      'SELECT chunk, bar_count, bars FROM bar_chunk WHERE series_id = ? AND level = ? AND chunk BETWEEN ? AND ? ORDER BY chunk',
    )
    .iterate(id, level, Math.floor(from / CHUNK_BARS), Math.floor((from + count - 1) / CHUNK_BARS));
  for (const row of rows) copyOverlap(row, bars, from, count);
  return bars;
}

function copyOverlap(row: ChunkRow, into: BarColumns, from: number, count: number): void {
  const chunkStart = row.chunk * CHUNK_BARS;
  const first = Math.max(from, chunkStart);
  const end = Math.min(from + count, chunkStart + row.bar_count);
  BAR_COLUMN_NAMES.forEach((name, column) => {
    const offset = (column * row.bar_count + first - chunkStart) * BYTES;
    const target = into[name];
    new Uint8Array(target.buffer, target.byteOffset + (first - from) * BYTES, (end - first) * BYTES).set(
      row.bars.subarray(offset, offset + (end - first) * BYTES),
    );
  });
}

/** Writes `bars` as the chunks from `firstChunk` on, replacing those that exist. */
export function writeChunks(db: Database, id: SeriesId, level: number, firstChunk: number, bars: BarColumns): void {
  const write = db.prepare(`
    INSERT INTO bar_chunk (series_id, level, chunk, bar_count, first_time, last_time, bars) VALUES (?, ?, ?, ?, ?, ?, ?)
  `);
  db.prepare('DELETE FROM bar_chunk WHERE series_id = ? AND level = ? AND chunk >= ?').run(id, level, firstChunk);
  for (let start = 0; start < bars.time.length; start += CHUNK_BARS) {
    const end = Math.min(start + CHUNK_BARS, bars.time.length);
    const chunk = firstChunk + start / CHUNK_BARS;
    write.run(id, level, chunk, end - start, bars.time[start], bars.time[end - 1], packColumns(bars, start, end));
  }
}

function packColumns(bars: BarColumns, start: number, end: number): Buffer {
  const packed = new Float64Array(BAR_COLUMN_NAMES.length * (end - start));
  BAR_COLUMN_NAMES.forEach((name, column) => packed.set(bars[name].subarray(start, end), column * (end - start)));
  return Buffer.from(packed.buffer);
}
