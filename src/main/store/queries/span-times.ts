import type { Database } from 'better-sqlite3';
import type { SeriesId } from '../../../shared/domain/ids.ts';

/** First and last bar of every span of a series, nothing more of it. */
export function readSpanTimes(db: Database, id: SeriesId): readonly { readonly startTime: number; readonly endTime: number }[] {
  return db
    .prepare<[number], { readonly startTime: number; readonly endTime: number }>('SELECT start_time AS startTime, end_time AS endTime FROM span WHERE series_id = ?')
    .all(id);
}
