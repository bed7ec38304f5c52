import SqliteDatabase from 'better-sqlite3';
import type { SpanDraft } from '../../../src/shared/contract/labels.ts';
import { newSpanId, seriesId, windowId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import { applyEdits, EMPTY_LABELS, type LabelEdit } from '../../../src/shared/labels/edits.ts';
import { UNREVIEWED } from '../../../src/shared/labels/window-review.ts';
import { createStore } from '../../../src/main/store/open-store.ts';
import { readVerdicts } from '../../../src/main/store/queries/verdicts.ts';
import { makeWindows } from '../../../src/main/core/make-windows.ts';
import { MINUTE, seriesOf } from '../../unit/store/fixtures.ts';

export const SERIES = seriesId(1);
export const FIRST_WINDOW = windowId(1);
export const SECOND_WINDOW = windowId(2);

/** A project with 1,000 one-minute bars from time 0 on, in windows of 100. */
export function createLabelProject(path: string): void {
  const db = createStore(path);
  const id = seriesOf(db, 1000);
  makeWindows(db, { seriesId: id, length: 100, stride: 100 });
  db.close();
}

/** Bars [first, last] of the series, on the free chart unless said otherwise. */
export function draft(first: number, last: number, changes: Partial<SpanDraft> = {}): SpanDraft {
  return { id: newSpanId(), seriesId: SERIES, windowId: null, startTime: timeMs(first * MINUTE), endTime: timeMs(last * MINUTE), confidence: 1, ...changes };
}

export interface StoredLabels {
  readonly spans: readonly unknown[];
  readonly windows: readonly unknown[];
  readonly verdicts: readonly unknown[];
}

/** The labels in the tables of a project that is closed, in one order. */
export function readTables(path: string): StoredLabels {
  return inspect(path, (db) => ({
    spans: db.prepare('SELECT * FROM span ORDER BY id').all(),
    windows: db.prepare("SELECT id, state, skip_reason FROM label_window WHERE state <> 'pending' ORDER BY id").all(),
    verdicts: readVerdicts(db),
  }));
}

/** The same labels, rebuilt from nothing but the log, by the pure functions. */
export function rebuildFromLog(path: string): StoredLabels {
  const edits = inspect(path, (db) => db.prepare<[], string>('SELECT forward FROM label_edit ORDER BY sequence').pluck().all());
  const { spans, windows, verdicts } = applyEdits(EMPTY_LABELS, edits.flatMap((line) => JSON.parse(line) as LabelEdit[]));
  const rows = [...spans.values()].map((span) => ({
    id: span.id,
    series_id: span.seriesId,
    window_id: span.windowId,
    start_time: span.startTime,
    end_time: span.endTime,
    confidence: span.confidence,
    start_uncertainty: span.startUncertainty,
    end_uncertainty: span.endUncertainty,
    type: span.type,
    direction: span.direction,
    note: span.note,
    author: span.author,
    source: span.source,
    score: span.score,
    run_id: span.runId ?? null,
    created_at: span.createdAt,
    updated_at: span.updatedAt,
  }));
  const reviews = [...windows].filter(([, { state }]) => state !== UNREVIEWED.state);
  return {
    spans: rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    windows: reviews.toSorted(([a], [b]) => a - b).map(([id, { state, skipReason }]) => ({ id, state, skip_reason: skipReason })),
    verdicts: [...verdicts.values()].toSorted((a, b) => b.decidedAt - a.decidedAt || (a.id < b.id ? -1 : 1)),
  };
}

export function inspect<T>(path: string, look: (db: SqliteDatabase.Database) => T): T {
  const db = new SqliteDatabase(path);
  try {
    return look(db);
  } finally {
    db.close();
  }
}
