import type { Database } from 'better-sqlite3';
import { conflict, type LabelEdit } from '../../shared/labels/edits.ts';
import { sameSpan } from '../../shared/labels/same-span.ts';
import { sameReview } from '../../shared/labels/window-review.ts';
import { findSpan, putSpan } from './queries/spans.ts';
import { readWindow, writeReview } from './queries/windows.ts';

/** Carries out one edit on the tables. Throws ExpanseError 'conflict' where it does not find what it replaces. */
export function applyEdit(db: Database, edit: LabelEdit): void {
  if (edit.kind === 'span') {
    if (!sameSpan(findSpan(db, edit.id) ?? null, edit.before)) throw conflict(`Span ${edit.id}`);
    putSpan(db, edit.id, edit.after);
  } else {
    if (!sameReview(readWindow(db, edit.id), edit.before)) throw conflict(`Window ${edit.id}`);
    writeReview(db, edit.id, edit.after);
  }
}
