import type { Database } from 'better-sqlite3';
import type { SpanCounts, SpanScope } from '../../../shared/contract/labels.ts';
import { runId, seriesId, spanId, windowId, type SeriesId, type SpanId } from '../../../shared/domain/ids.ts';
import type { Direction, Span, SpanSource, SpanType } from '../../../shared/domain/span.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import type { LabelWindow } from '../../../shared/domain/window.ts';

interface SpanRow {
  readonly id: string;
  readonly series_id: number;
  readonly window_id: number | null;
  readonly start_time: number;
  readonly end_time: number;
  readonly confidence: number;
  readonly start_uncertainty: number;
  readonly end_uncertainty: number;
  readonly type: SpanType | null;
  readonly direction: Direction | null;
  readonly note: string;
  readonly author: string;
  readonly source: SpanSource;
  readonly score: number | null;
  readonly run_id: number | null;
  readonly created_at: number;
  readonly updated_at: number;
}

const IN_TIME = 'ORDER BY start_time, end_time, id';

export function findSpan(db: Database, id: SpanId): Span | undefined {
  const row = db.prepare<[string], SpanRow>('SELECT * FROM span WHERE id = ?').get(id);
  return row === undefined ? undefined : toSpan(row);
}

/** Spans that share a bar with [from, to], of all windows and of the free chart, in time. */
export function readSpansTouching(db: Database, id: SeriesId, from: number, to: number): readonly Span[] {
  return db
    .prepare<[number, number, number], SpanRow>(`SELECT * FROM span WHERE series_id = ? AND start_time <= ? AND end_time >= ? ${IN_TIME}`)
    .all(id, to, from)
    .map(toSpan);
}

/** What describes the window: its own spans, and those of the free chart that lie within it. */
export function readSpansOfWindow(db: Database, window: Pick<LabelWindow, 'id' | 'seriesId' | 'startTime' | 'endTime'>): readonly Span[] {
  return db
    .prepare<unknown[], SpanRow>(
      `SELECT * FROM span WHERE window_id = ?
       UNION ALL SELECT * FROM span WHERE window_id IS NULL AND series_id = ? AND start_time >= ? AND end_time <= ? ${IN_TIME}`,
    )
    .all(window.id, window.seriesId, window.startTime, window.endTime)
    .map(toSpan);
}

/** In time. */
export function readSpansInScope(db: Database, { seriesId: id, windowId: window, ofType }: SpanScope): readonly Span[] {
  return db
    .prepare<unknown[], SpanRow>(
      `SELECT * FROM span WHERE series_id = @id AND (@window IS NULL OR window_id = @window) AND (@anyType OR type IS @ofType) ${IN_TIME}`,
    )
    .all({ id, window, anyType: ofType === undefined ? 1 : 0, ofType: ofType ?? null })
    .map(toSpan);
}

export function countSpansByType(db: Database, { seriesId: id, windowId: window }: Omit<SpanScope, 'ofType'>): SpanCounts {
  const rows = db
    .prepare<unknown[], { readonly type: SpanType | null; readonly count: number }>(
      'SELECT type, count(*) AS count FROM span WHERE series_id = @id AND (@window IS NULL OR window_id = @window) GROUP BY type',
    )
    .all({ id, window });
  const countOf = (type: SpanType | null) => rows.find((row) => row.type === type)?.count ?? 0;
  return { none: countOf(null), consolidation: countOf('consolidation'), retracement: countOf('retracement') };
}

/** Notes of spans in which there may be a tag. */
export function readTaggedNotes(db: Database): readonly string[] {
  return db.prepare<[], string>("SELECT note FROM span WHERE instr(note, '#') > 0").pluck().all();
}

/** Makes the stored span `id` equal to `span`; null: removes it. */
export function putSpan(db: Database, id: SpanId, span: Span | null): void {
  if (span === null) {
    db.prepare('DELETE FROM span WHERE id = ?').run(id);
    return;
  }
  db.prepare<unknown[]>(
    `INSERT INTO span (id, series_id, window_id, start_time, end_time, confidence, start_uncertainty, end_uncertainty,
       type, direction, note, author, source, score, run_id, created_at, updated_at)
     VALUES (@id, @seriesId, @windowId, @startTime, @endTime, @confidence, @startUncertainty, @endUncertainty,
       @type, @direction, @note, @author, @source, @score, @runId, @createdAt, @updatedAt)
     ON CONFLICT (id) DO UPDATE SET series_id = @seriesId, window_id = @windowId, start_time = @startTime, end_time = @endTime,
       confidence = @confidence, start_uncertainty = @startUncertainty, end_uncertainty = @endUncertainty, type = @type,
       direction = @direction, note = @note, author = @author, source = @source, score = @score, run_id = @runId,
       created_at = @createdAt, updated_at = @updatedAt`,
  ).run({ ...span, runId: span.runId ?? null });
}

function toSpan(row: SpanRow): Span {
  return {
    id: spanId(row.id),
    seriesId: seriesId(row.series_id),
    windowId: row.window_id === null ? null : windowId(row.window_id),
    startTime: timeMs(row.start_time),
    endTime: timeMs(row.end_time),
    confidence: row.confidence,
    startUncertainty: row.start_uncertainty,
    endUncertainty: row.end_uncertainty,
    type: row.type,
    direction: row.direction,
    note: row.note,
    author: row.author,
    source: row.source,
    score: row.score,
    ...(row.run_id === null ? {} : { runId: runId(row.run_id) }),
    createdAt: timeMs(row.created_at),
    updatedAt: timeMs(row.updated_at),
  };
}
