import type { Database } from 'better-sqlite3';
import type { EditId } from '../../shared/domain/ids.ts';
import type { TimeMs } from '../../shared/domain/time.ts';
import { invertEdits, type LabelEdit } from '../../shared/labels/edits.ts';
import { applyEdit } from './apply-edit.ts';
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
    if (undoTop === null) return null;
    const undone = readLogged(db, undoTop);
    undone.inverse.forEach((edit) => applyEdit(db, edit));
    const tops = { undoTop: readTops(db, undoTop - 1).undoTop, redoTop: undoTop };
    return { ...request, ...mirrored(undone), sequence, action: 'undo', of: undoTop, ...tops };
  });
}

/** Repeats the edit that was taken back last; null: there is none. */
export function commitRedo(db: Database, request: EditRequest): Outcome | null {
  return once(db, request, (sequence) => {
    const { redoTop } = readTops(db, sequence - 1);
    if (redoTop === null) return null;
    const { forward, inverse, description } = readLogged(db, redoTop);
    forward.forEach((edit) => applyEdit(db, edit));
    // What stood to be redone before this edit joined it.
    const before = readTops(db, readNewestUndoOf(db, redoTop) - 1);
    return { ...request, forward, inverse, description, sequence, action: 'redo', of: redoTop, undoTop: redoTop, redoTop: before.redoTop };
  });
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
