import SqliteDatabase, { type Database } from 'better-sqlite3';
import { makeBarColumns, type BarColumns } from '../../../src/shared/domain/bar.ts';
import type { SeriesId } from '../../../src/shared/domain/ids.ts';
import { migrate } from '../../../src/main/store/migrate.ts';
import { MIGRATIONS } from '../../../src/main/store/migrations/index.ts';
import { mergeBars } from '../../../src/main/store/queries/bars.ts';
import { findOrCreateSeries } from '../../../src/main/store/queries/series.ts';

export const MINUTE = 60_000;

/** An empty project in memory. */
export function memoryStore(): Database {
  const db = new SqliteDatabase(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, MIGRATIONS);
  return db;
}

export function makeSeries(db: Database, symbol = 'ABC'): SeriesId {
  return findOrCreateSeries(db, { symbol, timeframeMs: MINUTE, origin: '', timeZone: 'UTC', priceDecimals: 2, hasVolume: true }).id;
}

/** Bars whose prices follow from their times alone, so that the same time always means the same bar. */
export function barsAt(times: readonly number[]): BarColumns {
  const bars = makeBarColumns(times.length);
  times.forEach((time, index) => {
    const price = 100 + Math.sin(time / 7_777_777) * 10;
    bars.time[index] = time;
    bars.open[index] = price;
    bars.high[index] = price + 1 + ((time / MINUTE) % 5);
    bars.low[index] = price - 1 - ((time / MINUTE) % 3);
    bars.close[index] = price + Math.cos(time);
    bars.volume[index] = (time / MINUTE) % 11 === 0 ? Number.NaN : (time / MINUTE) % 97;
  });
  return bars;
}

export function minutes(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (from + index) * MINUTE);
}

/** A series of consecutive one-minute bars from time 0 on. */
export function seriesOf(db: Database, bars: number, symbol?: string): SeriesId {
  const id = makeSeries(db, symbol);
  mergeBars(db, id, barsAt(minutes(0, bars)));
  return id;
}
