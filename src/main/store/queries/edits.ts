import type { Database } from 'better-sqlite3';
import type { HistoryEntry } from '../../../shared/contract/labels.ts';
import { editId, type EditId } from '../../../shared/domain/ids.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import type { LabelEdit } from '../../../shared/labels/edits.ts';

/** Sequence of the edit that an undo (a redo) would take next, after a line of the log; null: none. */
export interface Tops {
  readonly undoTop: number | null;
  readonly redoTop: number | null;
}

/** A line of the log with all that undo and redo need. */
export interface LoggedEdit extends HistoryEntry, Tops {
  readonly forward: readonly LabelEdit[];
  readonly inverse: readonly LabelEdit[];
}

/** A line to be added; `of`: the sequence of the edit that was undone or redone. */
export interface LogDraft extends Omit<LoggedEdit, 'of'> {
  readonly of: number | null;
}

interface EditRow {
  readonly sequence: number;
  readonly id: string;
  readonly at: number;
  readonly author: string;
  readonly action: HistoryEntry['action'];
  readonly of_id: string | null;
  readonly description: string;
  readonly forward: string;
  readonly inverse: string;
  readonly undo_top: number | null;
  readonly redo_top: number | null;
}

const SELECT = 'SELECT e.*, done.id AS of_id FROM label_edit e LEFT JOIN label_edit done ON done.sequence = e.of';

/** Number of the last line; 0: the log is empty. */
export function lastSequence(db: Database): number {
  return db.prepare<[], number>('SELECT ifnull(max(sequence), 0) FROM label_edit').pluck().get()!;
}

/** What stood to be undone and redone after this line; nothing before the first. */
export function readTops(db: Database, sequence: number): Tops {
  const row = db
    .prepare<[number], Tops>('SELECT undo_top AS undoTop, redo_top AS redoTop FROM label_edit WHERE sequence = ?')
    .get(sequence);
  return row ?? { undoTop: null, redoTop: null };
}

/** Adds the line that follows the last. */
export function appendToLog(db: Database, line: LogDraft): void {
  db.prepare(
    `INSERT INTO label_edit (sequence, id, at, author, action, of, description, forward, inverse, undo_top, redo_top)
     VALUES (@sequence, @id, @at, @author, @action, @of, @description, @forward, @inverse, @undoTop, @redoTop)`,
  ).run({ ...line, forward: JSON.stringify(line.forward), inverse: JSON.stringify(line.inverse) });
}

/** The line of this number; it must exist. */
export function readLogged(db: Database, sequence: number): LoggedEdit {
  return toLogged(db.prepare<[number], EditRow>(`${SELECT} WHERE e.sequence = ?`).get(sequence))!;
}

export function findLogged(db: Database, id: EditId): LoggedEdit | undefined {
  return toLogged(db.prepare<[string], EditRow>(`${SELECT} WHERE e.id = ?`).get(id));
}

/** Sequence of the newest undo of the edit `sequence`; there must be one. */
export function readNewestUndoOf(db: Database, sequence: number): number {
  return db
    .prepare<[number], number>("SELECT max(sequence) FROM label_edit WHERE of = ? AND action = 'undo'")
    .pluck()
    .get(sequence)!;
}

/** What each line after this one did, as JSON, oldest first. */
export function readForwardsAfter(db: Database, sequence: number): IterableIterator<string> {
  return db.prepare<[number], string>('SELECT forward FROM label_edit WHERE sequence > ? ORDER BY sequence').pluck().iterate(sequence);
}

function toLogged(row: EditRow | undefined): LoggedEdit | undefined {
  if (row === undefined) return undefined;
  return {
    ...toEntry(row),
    forward: JSON.parse(row.forward) as readonly LabelEdit[],
    inverse: JSON.parse(row.inverse) as readonly LabelEdit[],
    undoTop: row.undo_top,
    redoTop: row.redo_top,
  };
}

function toEntry(row: EditRow): HistoryEntry {
  return {
    id: editId(row.id),
    sequence: row.sequence,
    at: timeMs(row.at),
    author: row.author,
    action: row.action,
    of: row.of_id === null ? null : editId(row.of_id),
    description: row.description,
  };
}
