import type { Database } from 'better-sqlite3';
import type { HistoryItem } from '../../../shared/contract/labels.ts';
import { editId, type SeriesId, type WindowId } from '../../../shared/domain/ids.ts';
import { timeMs, type TimeMs } from '../../../shared/domain/time.ts';
import type { LabelEdit } from '../../../shared/labels/edits.ts';

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
  readonly labels: number;
  readonly first: string | null;
  readonly undone_at: number | null;
  readonly undone_by: string | null;
}

// The newest line about an edit says whether it is in force.
const NEWEST_STEP = "LEFT JOIN label_edit step ON step.sequence = (SELECT max(s.sequence) FROM label_edit s WHERE s.of = e.sequence) AND step.action = 'undo'";
const touches = (ofWindow: string, ofOther: string) =>
  `EXISTS (SELECT 1 FROM json_each(e.forward) edit WHERE CASE edit.value ->> '$.kind' WHEN 'window' THEN ${ofWindow} ELSE ${ofOther} END)`;
const fieldOf = (name: string) => `ifnull(edit.value ->> '$.after.${name}', edit.value ->> '$.before.${name}')`;
const TOUCHES_WINDOW = touches("edit.value ->> '$.id' = @windowId", `${fieldOf('windowId')} = @windowId`);
const TOUCHES_SERIES = touches(
  "(SELECT w.series_id FROM label_window w WHERE w.id = edit.value ->> '$.id') = @seriesId",
  `coalesce(${fieldOf('seriesId')}, (SELECT w.series_id FROM label_window w WHERE w.id = ${fieldOf('windowId')})) = @seriesId`,
);

export function countLines(db: Database, filter: HistoryFilter): number {
  return db.prepare<unknown[], number>(`SELECT count(*) FROM label_edit e WHERE ${conditionOf(filter)}`).pluck().get(filter)!;
}

/** Sequence of the newest line whose doing has not been taken back; null: there is none. */
export function newestInForce(db: Database, filter: HistoryFilter): number | null {
  const query = `SELECT e.sequence FROM label_edit e ${NEWEST_STEP} WHERE e.of IS NULL AND step.sequence IS NULL AND ${conditionOf(filter)} ORDER BY e.sequence DESC LIMIT 1`;
  return db.prepare<unknown[], number>(query).pluck().get(filter) ?? null;
}

/** Newest first. */
export function listLines(db: Database, filter: HistoryFilter, offset: number, limit: number): readonly ListedLine[] {
  return db
    .prepare<unknown[], ListedRow>(
      `WITH page AS (SELECT e.sequence FROM label_edit e WHERE ${conditionOf(filter)} ORDER BY e.sequence DESC LIMIT @limit OFFSET @offset)
       SELECT e.sequence, e.id, e.at, e.author, e.action, e.description, done.id AS of_id, step.at AS undone_at, step.author AS undone_by,
         json_array_length(e.forward) AS labels, iif(e.action = 'undo', e.inverse, e.forward) -> '$[0]' AS first
       FROM page JOIN label_edit e USING (sequence) LEFT JOIN label_edit done ON done.sequence = e.of ${NEWEST_STEP}
       ORDER BY e.sequence DESC`,
    )
    .all({ ...filter, limit, offset })
    .map(toListed);
}

function conditionOf({ seriesId, windowId, steps, until }: HistoryFilter): string {
  const conditions = [
    steps !== true && 'e.of IS NULL',
    seriesId !== undefined && TOUCHES_SERIES,
    windowId !== undefined && TOUCHES_WINDOW,
    until !== undefined && 'e.at <= @until',
  ];
  return conditions.filter((condition) => condition !== false).join(' AND ') || 'true';
}

function toListed(row: ListedRow): ListedLine {
  return {
    id: editId(row.id),
    sequence: row.sequence,
    at: timeMs(row.at),
    author: row.author,
    action: row.action,
    of: row.of_id === null ? null : editId(row.of_id),
    description: row.description,
    labels: row.labels,
    undone: row.undone_at === null ? null : { at: timeMs(row.undone_at), author: row.undone_by! },
    first: row.first === null ? null : (JSON.parse(row.first) as LabelEdit),
  };
}
