import { ExpanseError } from '../contract/errors.ts';
import type { SpanId, WindowId } from '../domain/ids.ts';
import type { Span } from '../domain/span.ts';
import { sameSpan } from './same-span.ts';
import { sameReview, UNREVIEWED, type WindowReview } from './window-review.ts';

/** One change as a value that carries what it replaces. A span that is made has no `before`; one that is deleted no `after`. */
export type LabelEdit =
  | { readonly kind: 'span'; readonly id: SpanId; readonly before: Span | null; readonly after: Span | null }
  | { readonly kind: 'window'; readonly id: WindowId; readonly before: WindowReview; readonly after: WindowReview };

/** All labels of a project. A window without an entry is unreviewed. */
export interface LabelState {
  readonly spans: ReadonlyMap<SpanId, Span>;
  readonly windows: ReadonlyMap<WindowId, WindowReview>;
}

export const EMPTY_LABELS: LabelState = { spans: new Map(), windows: new Map() };

/** The state after all edits, in order. Throws ExpanseError 'conflict' where one does not find what it replaces. */
export function applyEdits(state: LabelState, edits: readonly LabelEdit[]): LabelState {
  const spans = new Map(state.spans);
  const windows = new Map(state.windows);
  for (const edit of edits) {
    if (edit.kind === 'span') {
      if (!sameSpan(spans.get(edit.id) ?? null, edit.before)) throw conflict(`Span ${edit.id}`);
      if (edit.after === null) spans.delete(edit.id);
      else spans.set(edit.id, edit.after);
    } else {
      if (!sameReview(windows.get(edit.id) ?? UNREVIEWED, edit.before)) throw conflict(`Window ${edit.id}`);
      windows.set(edit.id, edit.after);
    }
  }
  return { spans, windows };
}

/** The edits that take these back: `applyEdits(applyEdits(state, edits), invertEdits(edits))` is `state`. */
export function invertEdits(edits: readonly LabelEdit[]): readonly LabelEdit[] {
  return edits.map(invertEdit).reverse();
}

function invertEdit(edit: LabelEdit): LabelEdit {
  return edit.kind === 'span' ? { ...edit, before: edit.after, after: edit.before } : { ...edit, before: edit.after, after: edit.before };
}

/** Thrown where the labels are not what the edit was made for. */
export function conflict(what: string): ExpanseError {
  return new ExpanseError('conflict', `${what} is not what this edit was made for.`, 'Reload the labels and repeat the edit.');
}
