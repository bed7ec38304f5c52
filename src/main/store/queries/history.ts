import type { Database } from 'better-sqlite3';
import type { HistoryItem } from '../../../shared/contract/labels.ts';
import { editId, type SeriesId, type WindowId } from '../../../shared/domain/ids.ts';
import { timeMs, type TimeMs } from '../../../shared/domain/time.ts';
import type { LabelEdit } from '../../../shared/labels/edits.ts';
import { linesOfSeries, linesOfWindow } from '../touched-lines.ts';

export interface HistoryFilter {
  /** Only lines that touch spans or windows of the series. */
  readonly seriesId?: SeriesId;
  /** Only lines that touch the window or spans of it. */
  readonly windowId?: WindowId;
  /** Undo and redo lines, too. */
  readonly steps?: boolean;
  /** Only lines up to this moment. */
  readonly until?: TimeMs;
}

/** A line of the log without its edits, which may be very many, but for the first. */
export interface ListedLine extends Omit<HistoryItem, 'place'> {
  readonly first: LabelEdit | null;
}

interface ListedRow {
  readonly sequence: number;
  readonly id: string;
  readonly at: number;
  readonly author: string;
  readonly action: HistoryItem['action'];
  readonly of_id: string | null;
  readonly description: string;
  readonly undone_at: number | null;
  readonly undone_by: string | null;
}

// The newest line about an edit says whether it is in force.
const NEWEST_STEP = "LEFT JOIN label_edit step ON step.sequence = (SELECT max(s.sequence) FROM label_edit s WHERE s.of = e.sequence) AND step.action = 'undo'";
export function countLines(db: Database, filter: HistoryFilter): number {
  return db.prepare<unknown[], number>(`SELECT count(*) FROM label_edit e WHERE ${conditionOf(filter)}`).pluck().get(valuesOf(db, filter))!;
}

/** Sequence of the newest line whose doing has not been taken back; null: there is none. */
export function newestInForce(db: Database, filter: HistoryFilter): number | null {
  const query = `SELECT e.sequence FROM label_edit e ${NEWEST_STEP} WHERE e.of IS NULL AND step.sequence IS NULL AND ${conditionOf(filter)} ORDER BY e.sequence DESC LIMIT 1`;
  return db.prepare<unknown[], number>(query).pluck().get(valuesOf(db, filter)) ?? null;
}

/** Newest first. */
export function listLines(db: Database, filter: HistoryFilter, offset: number, limit: number): readonly ListedLine[] {
  return db
    .prepare<unknown[], ListedRow>(
      `WITH page AS (SELECT e.sequence FROM label_edit e WHERE ${conditionOf(filter)} ORDER BY e.sequence DESC LIMIT @limit OFFSET @offset)
       SELECT e.sequence, e.id, e.at, e.author, e.action, e.description, done.id AS of_id, step.at AS undone_at, step.author AS undone_by
       FROM page JOIN label_edit e USING (sequence) LEFT JOIN label_edit done ON done.sequence = e.of ${NEWEST_STEP}
       ORDER BY e.sequence DESC`,
    )
    .all({ ...valuesOf(db, filter), limit, offset })
    .map((row) => ({ ...toListed(row), ...readContents(db, row.sequence) }));
}

function conditionOf({ seriesId, windowId, steps, until }: HistoryFilter): string {
  const conditions = [
    steps !== true && 'e.of IS NULL',
    seriesId !== undefined && 'e.sequence IN (SELECT value FROM json_each(@ofSeries))',
    windowId !== undefined && 'e.sequence IN (SELECT value FROM json_each(@ofWindow))',
    until !== undefined && 'e.at <= @until',
  ];
  return conditions.filter((condition) => condition !== false).join(' AND ') || 'true';
}

function valuesOf(db: Database, { seriesId, windowId, until }: HistoryFilter): Readonly<Record<string, unknown>> {
  return {
    until,
    ...(seriesId === undefined ? {} : { ofSeries: JSON.stringify(linesOfSeries(db, seriesId)) }),
    ...(windowId === undefined ? {} : { ofWindow: JSON.stringify(linesOfWindow(db, windowId)) }),
  };
}

type Contents = Pick<ListedLine, 'labels' | 'first'>;

// A line never changes, and the edits of a large import are slow to look at.
const known = new WeakMap<Database, Map<number, Contents>>();

/** How many labels a line touched, and the first; of an undo, as it was before. */
function readContents(db: Database, sequence: number): Contents {
  const contents = known.get(db) ?? new Map<number, Contents>();
  known.set(db, contents);
  const read = contents.get(sequence) ?? parseContents(db, sequence);
  contents.set(sequence, read);
  return read;
}

function parseContents(db: Database, sequence: number): Contents {
  const { labels, first } = db
    .prepare<[number], { readonly labels: number; readonly first: string | null }>(
      "SELECT json_array_length(forward) AS labels, iif(action = 'undo', inverse, forward) -> '$[0]' AS first FROM label_edit WHERE sequence = ?",
    )
    .get(sequence)!;
  return { labels, first: first === null ? null : (JSON.parse(first) as LabelEdit) };
}

function toListed(row: ListedRow): Omit<ListedLine, keyof Contents> {
  return {
    id: editId(row.id),
    sequence: row.sequence,
    at: timeMs(row.at),
    author: row.author,
    action: row.action,
    of: row.of_id === null ? null : editId(row.of_id),
    description: row.description,
    undone: row.undone_at === null ? null : { at: timeMs(row.undone_at), author: row.undone_by! },
  };
}
