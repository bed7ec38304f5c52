import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { SkipReason, WindowCounts, WindowFilter } from '../../../shared/contract/windows.ts';
import { seriesId, windowId, type SeriesId, type WindowId } from '../../../shared/domain/ids.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import type { LabelWindow, SplitPart, WindowState } from '../../../shared/domain/window.ts';
import type { WindowReview } from '../../../shared/labels/window-review.ts';

export interface WindowRow {
  readonly id: number;
  readonly series_id: number;
  readonly start_time: number;
  readonly end_time: number;
  readonly length: number;
  readonly state: WindowState;
  readonly skip_reason: string;
  readonly dataset: string | null;
  readonly split: SplitPart | null;
}

export interface WindowDraft {
  readonly seriesId: SeriesId;
  readonly startTime: number;
  readonly endTime: number;
  readonly length: number;
  readonly datasetId: number | null;
  readonly split: SplitPart | null;
}

const SELECT = 'SELECT w.*, dataset.name AS dataset FROM label_window w LEFT JOIN dataset ON dataset.id = w.dataset_id';
// The queue: series by series, in time.
const QUEUE = 'w.series_id, w.start_time, w.id';

export function toWindow(row: WindowRow): LabelWindow {
  return {
    id: windowId(row.id),
    seriesId: seriesId(row.series_id),
    startTime: timeMs(row.start_time),
    endTime: timeMs(row.end_time),
    length: row.length,
    state: row.state,
    skipReason: row.skip_reason,
    dataset: row.dataset,
    split: row.split,
  };
}

/** For each draft the new window's id, or null where the same window exists. New windows are pending. */
export function insertWindows(db: Database, drafts: readonly WindowDraft[]): readonly (WindowId | null)[] {
  const insert = db.prepare(
    `INSERT INTO label_window (series_id, start_time, end_time, length, dataset_id, split)
     VALUES (@seriesId, @startTime, @endTime, @length, @datasetId, @split) ON CONFLICT DO NOTHING`,
  );
  const insertOne = (draft: WindowDraft) => {
    const { changes, lastInsertRowid } = insert.run(draft);
    return changes === 1 ? windowId(Number(lastInsertRowid)) : null;
  };
  return db.transaction(() => drafts.map(insertOne))();
}

/** For label edits alone, which also log it. */
export function writeReview(db: Database, id: WindowId, review: WindowReview): void {
  db.prepare('UPDATE label_window SET state = ?, skip_reason = ? WHERE id = ?').run(review.state, review.skipReason, id);
}

/** Throws ExpanseError 'not-found'. */
export function readWindow(db: Database, id: WindowId): LabelWindow {
  const row = db.prepare<[number], WindowRow>(`${SELECT} WHERE w.id = ?`).get(id);
  if (row !== undefined) return toWindow(row);
  throw new ExpanseError('not-found', `The project has no window ${id}.`, 'Choose one from the queue.');
}

/** The window that starts there with that length and came with no dataset; null: there is none. */
export function findWindow(db: Database, id: SeriesId, startTime: number, length: number): WindowId | null {
  const found = db
    .prepare<[number, number, number], number>(
      'SELECT id FROM label_window WHERE series_id = ? AND start_time = ? AND length = ? AND dataset_id IS NULL',
    )
    .pluck()
    .get(id, startTime, length);
  return found === undefined ? null : windowId(found);
}

/** The first window of a series that ends at or after the time, else its last; null: it has none. */
export function findWindowAt(db: Database, id: SeriesId, time: number): WindowId | null {
  const found =
    db.prepare<[number, number], number>('SELECT id FROM label_window WHERE series_id = ? AND end_time >= ? ORDER BY start_time, id LIMIT 1').pluck().get(id, time) ??
    db.prepare<[number], number>('SELECT id FROM label_window WHERE series_id = ? ORDER BY start_time DESC, id DESC LIMIT 1').pluck().get(id);
  return found === undefined ? null : windowId(found);
}

export interface ListedWindow extends LabelWindow {
  /** Number of its own spans. */
  readonly spans: number;
}

/** In queue order. */
export function listWindows(db: Database, filter: WindowFilter, offset: number, limit: number): readonly ListedWindow[] {
  const { where, values } = toWhere(filter);
  return db
    .prepare<unknown[], WindowRow & { readonly spans: number }>(
      `SELECT page.*, (SELECT count(*) FROM span WHERE span.window_id = page.id) AS spans
       FROM (${SELECT} ${where} ORDER BY ${QUEUE} LIMIT ? OFFSET ?) page`,
    )
    .all(...values, limit, offset)
    .map((row) => ({ ...toWindow(row), spans: row.spans }));
}

/** In the order of the ids. */
export function listWindowsById(db: Database, ids: readonly WindowId[]): readonly ListedWindow[] {
  const rows = db
    .prepare<[string], WindowRow & { readonly spans: number }>(
      `SELECT page.*, (SELECT count(*) FROM span WHERE span.window_id = page.id) AS spans FROM (${SELECT} WHERE w.id IN (SELECT value FROM json_each(?))) page`,
    )
    .all(JSON.stringify(ids));
  const byId = new Map(rows.map((row) => [row.id, { ...toWindow(row), spans: row.spans }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** All that match in queue order, for training, export and other orders. */
export function readAllWindows(db: Database, filter: WindowFilter): readonly LabelWindow[] {
  const { where, values } = toWhere(filter);
  return db.prepare<unknown[], WindowRow>(`${SELECT} ${where} ORDER BY ${QUEUE}`).all(...values).map(toWindow);
}

/** Of those that match, whatever state and reason the filter asks for. */
export function countWindows(db: Database, filter: WindowFilter): WindowCounts {
  const { where, values } = toWhere({ ...filter, state: undefined, skipReason: undefined });
  const counts = { pending: 0, reviewed: 0, skipped: 0 };
  const rows = db.prepare<unknown[], { state: WindowState; count: number }>(
    `SELECT state, count(*) AS count FROM label_window w ${where} GROUP BY state`,
  );
  for (const { state, count } of rows.iterate(...values)) counts[state] = count;
  return counts;
}

export function countMatching(db: Database, filter: WindowFilter): number {
  const { where, values } = toWhere(filter);
  return db.prepare<unknown[], number>(`SELECT count(*) FROM label_window w ${where}`).pluck().get(...values)!;
}

/** Place of the window in the queue of those that match, from 0; null: it does not match itself. */
export function queuePosition(db: Database, window: LabelWindow, filter: WindowFilter): number | null {
  const { where, values } = toWhere(filter);
  const matches = db.prepare<unknown[], number>(`SELECT 1 FROM label_window w ${where} AND w.id = ?`).pluck().get(...values, window.id);
  if (matches === undefined) return null;
  return db
    .prepare<unknown[], number>(`SELECT count(*) FROM label_window w ${where} AND (${QUEUE}) < (?, ?, ?)`)
    .pluck()
    .get(...values, window.seriesId, window.startTime, window.id)!;
}

/** Why windows were skipped, the most frequent reason first. */
export function readSkipReasons(db: Database, id: SeriesId | undefined): readonly SkipReason[] {
  const { where, values } = toWhere({ seriesId: id, state: 'skipped' });
  return db
    .prepare<unknown[], SkipReason>(`SELECT skip_reason AS reason, count(*) AS windows FROM label_window w ${where} GROUP BY skip_reason ORDER BY windows DESC, reason`)
    .all(...values);
}

/** The nearest matching window after or before `from` in the queue, or from its beginning (its end) where `from` is null. */
export function neighbourWindow(db: Database, filter: WindowFilter, from: LabelWindow | null, direction: 'next' | 'previous'): WindowId | null {
  const { where, values } = toWhere(filter);
  const [beyond, order] = direction === 'next' ? ['>', 'ASC'] : ['<', 'DESC'];
  const found = db
    .prepare<unknown[], number>(
      `SELECT w.id FROM label_window w ${where} ${from === null ? '' : `AND (${QUEUE}) ${beyond} (?, ?, ?)`}
       ORDER BY w.series_id ${order}, w.start_time ${order}, w.id ${order} LIMIT 1`,
    )
    .pluck()
    .get(...values, ...(from === null ? [] : [from.seriesId, from.startTime, from.id]));
  return found === undefined ? null : windowId(found);
}

// Its own, or one of the free chart that lies within it.
const HAS_SPAN = `(EXISTS (SELECT 1 FROM span WHERE span.window_id = w.id) OR EXISTS (SELECT 1 FROM span WHERE span.window_id IS NULL
  AND span.series_id = w.series_id AND span.start_time BETWEEN w.start_time AND w.end_time AND span.end_time <= w.end_time))`;

function toWhere({ seriesId: series, state, skipReason, from, to, labelled }: WindowFilter): { readonly where: string; readonly values: readonly unknown[] } {
  const conditions = ['true'];
  const values: unknown[] = [];
  const compare = (condition: string, value: unknown): void => {
    if (value === undefined) return;
    conditions.push(condition);
    values.push(value);
  };
  compare('w.series_id = ?', series);
  compare('w.state = ?', state);
  compare("w.state = 'skipped' AND w.skip_reason = ?", skipReason);
  compare('w.end_time >= ?', from);
  compare('w.start_time <= ?', to);
  if (labelled !== undefined) conditions.push(labelled ? HAS_SPAN : `NOT ${HAS_SPAN}`);
  return { where: `WHERE ${conditions.join(' AND ')}`, values };
}
