import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { seriesId, type SeriesId } from '../../../shared/domain/ids.ts';
import type { Series } from '../../../shared/domain/series.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import { CHUNK_BARS } from './bar-chunks.ts';

export type SeriesDraft = Pick<Series, 'symbol' | 'timeframeMs' | 'origin' | 'timeZone' | 'priceDecimals' | 'hasVolume'>;

interface SeriesRow {
  readonly id: number;
  readonly symbol: string;
  readonly timeframe_ms: number;
  readonly origin: string;
  readonly time_zone: string;
  readonly price_decimals: number;
  readonly has_volume: number;
  readonly bar_count: number;
  readonly first_time: number | null;
  readonly last_time: number | null;
  readonly levels: number;
}

const BARS = 'FROM bar_chunk WHERE series_id = series.id AND level = 0 ORDER BY chunk';
const SELECT = `
  SELECT series.*,
    ifnull((SELECT chunk * ${CHUNK_BARS} + bar_count ${BARS} DESC LIMIT 1), 0) AS bar_count,
    (SELECT first_time ${BARS} LIMIT 1) AS first_time,
    (SELECT last_time ${BARS} DESC LIMIT 1) AS last_time,
    ifnull((SELECT max(level) FROM bar_chunk WHERE series_id = series.id), 0) + 1 AS levels
  FROM series`;

/**
 * The series of this symbol, timeframe and origin, made where it is missing. A found one keeps its time zone; its
 * decimals and its having volume grow to what the draft says.
 */
export function findOrCreateSeries(db: Database, draft: SeriesDraft): Series {
  const id = db
    .prepare<unknown[], number>(
      `INSERT INTO series (symbol, timeframe_ms, origin, time_zone, price_decimals, has_volume) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (symbol, timeframe_ms, origin) DO UPDATE SET
         price_decimals = max(price_decimals, excluded.price_decimals), has_volume = max(has_volume, excluded.has_volume)
       RETURNING id`,
    )
    .pluck()
    .get(draft.symbol, draft.timeframeMs, draft.origin, draft.timeZone, draft.priceDecimals, Number(draft.hasVolume));
  return readSeries(db, seriesId(id!));
}

/** Throws ExpanseError 'not-found'. */
export function readSeries(db: Database, id: SeriesId): Series {
  const row = db.prepare<[number], SeriesRow>(`${SELECT} WHERE id = ?`).get(id);
  if (row !== undefined) return toSeries(row);
  throw new ExpanseError('not-found', `The project has no series ${id}.`, 'Choose one of its series.');
}

/** The symbol of each series. */
export function readSymbols(db: Database): ReadonlyMap<SeriesId, string> {
  const rows = db.prepare<[], { id: number; symbol: string }>('SELECT id, symbol FROM series').all();
  return new Map(rows.map(({ id, symbol }) => [seriesId(id), symbol]));
}

/** IANA zone of each series. */
export function readZones(db: Database): ReadonlyMap<SeriesId, string> {
  const rows = db.prepare<[], { id: number; time_zone: string }>('SELECT id, time_zone FROM series').all();
  return new Map(rows.map((row) => [seriesId(row.id), row.time_zone]));
}

/** By symbol, then timeframe. */
export function listSeries(db: Database): readonly Series[] {
  return db.prepare<[], SeriesRow>(`${SELECT} ORDER BY symbol, timeframe_ms, origin`).all().map(toSeries);
}

export function setSeriesTimeZone(db: Database, id: SeriesId, timeZone: string): Series {
  db.prepare('UPDATE series SET time_zone = ? WHERE id = ?').run(timeZone, id);
  return readSeries(db, id);
}

function toSeries(row: SeriesRow): Series {
  return {
    id: seriesId(row.id),
    symbol: row.symbol,
    timeframeMs: row.timeframe_ms,
    origin: row.origin,
    timeZone: row.time_zone,
    priceDecimals: row.price_decimals,
    hasVolume: row.has_volume === 1,
    barCount: row.bar_count,
    firstTime: row.first_time === null ? null : timeMs(row.first_time),
    lastTime: row.last_time === null ? null : timeMs(row.last_time),
    levels: row.levels,
  };
}
