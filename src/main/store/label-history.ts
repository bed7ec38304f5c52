import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../shared/contract/errors.ts';
import { newEditId, type EditId } from '../../shared/domain/ids.ts';
import type { TimeMs } from '../../shared/domain/time.ts';
import { invertEdits, type LabelEdit } from '../../shared/labels/edits.ts';
import { applyEdit } from './apply-edit.ts';
import { findHistoryPath } from './history-path.ts';
import {
  appendToLog,
  findLogged,
  lastSequence,
  readLogged,
  readNewestUndoOf,
  readTops,
  type LogDraft,
  type LoggedEdit,
} from './queries/edits.ts';

/** Who asks for an edit, and when. A line that has this id already is the answer to all later requests under it. */
export interface EditRequest {
  readonly id: EditId;
  readonly at: TimeMs;
  readonly author: string;
}

export interface Outcome {
  readonly line: LoggedEdit;
  /** The request was carried out earlier; nothing happened now. */
  readonly repeated: boolean;
}

/**
 * Carries out an edit and logs it, durably, in one transaction. `carryOut` hands over its changes one by one, each of
 * which is in the tables when the next is worked out; what it throws undoes them all.
 */
export function commitEdit(
  db: Database,
  request: EditRequest,
  description: string,
  carryOut: (apply: (edit: LabelEdit) => void) => void,
): Outcome {
  return once(db, request, (sequence) => {
    const forward = applyAll(db, carryOut);
    return { ...request, sequence, action: 'edit', of: null, description, forward, inverse: invertEdits(forward), undoTop: sequence, redoTop: null };
  });
}

/** As `commitEdit`, for labels that came with a file: logged, but neither undone nor in the way of an undo or redo. */
export function commitImport(
  db: Database,
  request: EditRequest,
  description: string,
  carryOut: (apply: (edit: LabelEdit) => void) => void,
): Outcome {
  return once(db, request, (sequence) => {
    const forward = applyAll(db, carryOut);
    const tops = readTops(db, sequence - 1);
    return { ...request, sequence, action: 'import', of: null, description, forward, inverse: invertEdits(forward), ...tops };
  });
}

/** Takes the newest edit back that was not; null: there is none. */
export function commitUndo(db: Database, request: EditRequest): Outcome | null {
  return once(db, request, (sequence) => {
    const { undoTop } = readTops(db, sequence - 1);
    return undoTop === null ? null : takeBack(db, request, sequence, undoTop);
  });
}

/** Repeats the edit that was taken back last; null: there is none. */
export function commitRedo(db: Database, request: EditRequest): Outcome | null {
  return once(db, request, (sequence) => {
    const { redoTop } = readTops(db, sequence - 1);
    return redoTop === null ? null : repeatEdit(db, request, sequence, redoTop);
  });
}

/**
 * Undoes and redoes, step by step in one transaction, until the edits in force are those after line `target` (0: none). Each
 * step is a line; the last has the id of the request, by which a repeated one is known. None: they are in force already.
 */
export function commitGoTo(db: Database, request: EditRequest, target: number): readonly Outcome[] {
  return db.transaction(() => {
    const earlier = findLogged(db, request.id);
    if (earlier !== undefined) return [{ line: earlier, repeated: true }];
    requireLine(db, target);
    const steps = findHistoryPath(db, readTops(db, lastSequence(db)).undoTop, readTops(db, target).undoTop);
    return steps.map(({ action, of }, index): Outcome => {
      const id = index === steps.length - 1 ? request.id : newEditId();
      const make = action === 'undo' ? takeBack : repeatEdit;
      return once(db, { ...request, id }, (sequence) => make(db, { ...request, id }, sequence, of));
    });
  })();
}

/** `top`: the newest edit in force. */
function takeBack(db: Database, request: EditRequest, sequence: number, top: number): LogDraft {
  const undone = readLogged(db, top);
  undone.inverse.forEach((edit) => applyEdit(db, edit));
  const tops = { undoTop: readTops(db, top - 1).undoTop, redoTop: top };
  return { ...request, ...mirrored(undone), sequence, action: 'undo', of: top, ...tops };
}

/** `of`: an edit that was taken back, made when the newest edit in force was the same as now. */
function repeatEdit(db: Database, request: EditRequest, sequence: number, of: number): LogDraft {
  const { forward, inverse, description } = readLogged(db, of);
  forward.forEach((edit) => applyEdit(db, edit));
  // What stood to be redone when this edit was taken back does so again.
  const before = readTops(db, readNewestUndoOf(db, of) - 1);
  return { ...request, forward, inverse, description, sequence, action: 'redo', of, undoTop: of, redoTop: before.redoTop };
}

function once(db: Database, request: EditRequest, makeLine: (sequence: number) => LogDraft): Outcome;
function once(db: Database, request: EditRequest, makeLine: (sequence: number) => LogDraft | null): Outcome | null;
function once(db: Database, { id }: EditRequest, makeLine: (sequence: number) => LogDraft | null): Outcome | null {
  return db.transaction(() => {
    const earlier = findLogged(db, id);
    if (earlier !== undefined) return { line: earlier, repeated: true };
    const line = makeLine(lastSequence(db) + 1);
    if (line === null) return null;
    appendToLog(db, line);
    return { line: readLogged(db, line.sequence), repeated: false };
  })();
}

function applyAll(db: Database, carryOut: (apply: (edit: LabelEdit) => void) => void): readonly LabelEdit[] {
  const forward: LabelEdit[] = [];
  carryOut((edit) => {
    applyEdit(db, edit);
    forward.push(edit);
  });
  return forward;
}

function mirrored({ forward, inverse, description }: LoggedEdit): Pick<LoggedEdit, 'forward' | 'inverse' | 'description'> {
  return { forward: inverse, inverse: forward, description };
}

/** Throws ExpanseError 'not-found' where the log has no line of this number. */
export function requireLine(db: Database, sequence: number): void {
  if (sequence > lastSequence(db)) throw new ExpanseError('not-found', `The history has no entry ${sequence}.`, 'Choose one that it lists.');
}
