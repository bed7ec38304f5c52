import { ExpanseError } from '../contract/errors.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { SpanId, VerdictId, WindowId } from '../domain/ids.ts';
import type { Span } from '../domain/span.ts';
import type { Verdict } from '../domain/verdict.ts';
import { sameSpan } from './same-span.ts';
import { sameVerdict } from './same-verdict.ts';
import { sameReview, UNREVIEWED, type WindowReview } from './window-review.ts';

/**
 * One change as a value that carries what it replaces. A span or verdict that is made has no `before`; one that is deleted no
 * `after`.
 */
export type LabelEdit =
  | { readonly kind: 'span'; readonly id: SpanId; readonly before: Span | null; readonly after: Span | null }
  | { readonly kind: 'window'; readonly id: WindowId; readonly before: WindowReview; readonly after: WindowReview }
  | { readonly kind: 'verdict'; readonly id: VerdictId; readonly before: Verdict | null; readonly after: Verdict | null };

/** All labels of a project, and what was said of predictions against them. A window without an entry is unreviewed. */
export interface LabelState {
  readonly spans: ReadonlyMap<SpanId, Span>;
  readonly windows: ReadonlyMap<WindowId, WindowReview>;
  readonly verdicts: ReadonlyMap<VerdictId, Verdict>;
}

export const EMPTY_LABELS: LabelState = { spans: new Map(), windows: new Map(), verdicts: new Map() };

/** The state after all edits, in order. Throws ExpanseError 'conflict' where one does not find what it replaces. */
export function applyEdits(state: LabelState, edits: readonly LabelEdit[]): LabelState {
  const spans = new Map(state.spans);
  const windows = new Map(state.windows);
  const verdicts = new Map(state.verdicts);
  for (const edit of edits) {
    switch (edit.kind) {
      case 'span':
        if (!sameSpan(spans.get(edit.id) ?? null, edit.before)) throw conflict(`Span ${edit.id}`);
        put(spans, edit.id, edit.after);
        break;
      case 'window':
        if (!sameReview(windows.get(edit.id) ?? UNREVIEWED, edit.before)) throw conflict(`Window ${edit.id}`);
        windows.set(edit.id, edit.after);
        break;
      case 'verdict':
        if (!sameVerdict(verdicts.get(edit.id) ?? null, edit.before)) throw conflict(`Verdict ${edit.id}`);
        put(verdicts, edit.id, edit.after);
        break;
      default:
        assertNever(edit);
    }
  }
  return { spans, windows, verdicts };
}

function put<Id, Value>(all: Map<Id, Value>, id: Id, value: Value | null): void {
  if (value === null) all.delete(id);
  else all.set(id, value);
}

/** The edits that take these back: `applyEdits(applyEdits(state, edits), invertEdits(edits))` is `state`. */
export function invertEdits(edits: readonly LabelEdit[]): readonly LabelEdit[] {
  return edits.map(invertEdit).reverse();
}

function invertEdit(edit: LabelEdit): LabelEdit {
  // Which kind it is does not matter, but it is the same before and after.
  return { ...edit, before: edit.after, after: edit.before } as LabelEdit;
}

/** Thrown where the labels are not what the edit was made for. */
export function conflict(what: string): ExpanseError {
  return new ExpanseError('conflict', `${what} is not what this edit was made for.`, 'Reload the labels and repeat the edit.');
}
