import type { Database } from 'better-sqlite3';
import type { LabelChange } from '../../../shared/contract/labels.ts';
import type { SpanId, WindowId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { WindowReview } from '../../../shared/labels/window-review.ts';
import type { LoggedEdit } from '../../store/queries/edits.ts';
import { readWindow } from '../../store/queries/windows.ts';
import { describeLine } from './describe-line.ts';

/** What a logged edit left behind, from the log alone, so that a repeated request gets the first outcome. */
export function toLabelChange(db: Database, line: LoggedEdit): LabelChange {
  const { forward, inverse: _inverse, undoTop, redoTop, ...entry } = line;
  const spans = new Map<SpanId, Span | null>();
  const reviews = new Map<WindowId, WindowReview>();
  for (const edit of forward) {
    if (edit.kind === 'span') spans.set(edit.id, edit.after);
    else if (edit.kind === 'window') reviews.set(edit.id, edit.after);
  }
  return {
    entry: { ...entry, description: describeLine(db, line) },
    spans: [...spans.values()].filter((span) => span !== null),
    removedSpans: [...spans].filter(([, span]) => span === null).map(([id]) => id),
    windows: [...reviews].map(([id, review]) => ({ ...readWindow(db, id), ...review })),
    canUndo: undoTop !== null,
    canRedo: redoTop !== null,
  };
}
