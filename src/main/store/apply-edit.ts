import type { Database } from 'better-sqlite3';
import { assertNever } from '../../shared/domain/assert-never.ts';
import { conflict, type LabelEdit } from '../../shared/labels/edits.ts';
import { sameSpan } from '../../shared/labels/same-span.ts';
import { sameVerdict } from '../../shared/labels/same-verdict.ts';
import { sameReview } from '../../shared/labels/window-review.ts';
import { findSpan, putSpan } from './queries/spans.ts';
import { findVerdict, putVerdict } from './queries/verdicts.ts';
import { readWindow, writeReview } from './queries/windows.ts';

/** Carries out one edit on the tables. Throws ExpanseError 'conflict' where it does not find what it replaces. */
export function applyEdit(db: Database, edit: LabelEdit): void {
  switch (edit.kind) {
    case 'span':
      if (!sameSpan(findSpan(db, edit.id) ?? null, edit.before)) throw conflict(`Span ${edit.id}`);
      return putSpan(db, edit.id, edit.after);
    case 'window':
      if (!sameReview(readWindow(db, edit.id), edit.before)) throw conflict(`Window ${edit.id}`);
      return writeReview(db, edit.id, edit.after);
    case 'verdict':
      if (!sameVerdict(findVerdict(db, edit.id), edit.before)) throw conflict(`Verdict ${edit.id}`);
      return putVerdict(db, edit.id, edit.after);
    default:
      return assertNever(edit);
  }
}
