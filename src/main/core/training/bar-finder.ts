import type { Database } from 'better-sqlite3';
import { lastBarAtOrBefore } from '../../../shared/domain/bar.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import { CHUNK_BARS, chunkAt, readChunkTimes, type ChunkHead } from '../../store/queries/bar-chunks.ts';

/** Finds bars by their times, keeping the chunk that it read last: cheap for questions in order. */
export interface BarFinder {
  /** Index within the series of the bar that opens exactly at `time`; -1 where there is none. */
  find(id: SeriesId, time: number): number;
}

interface ReadChunk extends ChunkHead {
  readonly id: SeriesId;
  readonly times: Float64Array;
}

export function makeBarFinder(db: Database): BarFinder {
  let held: ReadChunk | null = null;
  const chunkHolding = (id: SeriesId, time: number): ReadChunk | null => {
    if (held !== null && held.id === id && held.firstTime <= time && time <= held.lastTime) return held;
    const head = chunkAt(db, id, 0, time);
    if (head === undefined || time > head.lastTime) return null;
    return (held = { ...head, id, times: readChunkTimes(db, id, 0, head.chunk) });
  };
  return {
    find: (id, time) => {
      const chunk = chunkHolding(id, time);
      if (chunk === null) return -1;
      const place = lastBarAtOrBefore(chunk.times, time);
      return chunk.times[place] === time ? chunk.chunk * CHUNK_BARS + place : -1;
    },
  };
}
