import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { LabelCommand, SpanDraft, SpanScope } from '../../../shared/contract/labels.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { SpanId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { LabelEdit } from '../../../shared/labels/edits.ts';
import type { EditRequest } from '../../store/label-history.ts';
import { findSpan, readSpansInScope } from '../../store/queries/spans.ts';
import { readWindow } from '../../store/queries/windows.ts';
import { requireValidSpan } from './require-valid-span.ts';

export type SingleCommand = Exclude<LabelCommand, { kind: 'batch' | 'delete-spans' | 'set-type' }>;

/**
 * The commands of a batch, and of batches within it, in order; what is for many spans, span by span as they are when it is
 * reached. Throws ExpanseError 'not-found' where it is for none.
 */
export function* singleCommands(db: Database, command: LabelCommand): Generator<SingleCommand> {
  switch (command.kind) {
    case 'batch':
      for (const inner of command.commands) yield* singleCommands(db, inner);
      break;
    case 'delete-spans':
      for (const { id } of requireSpans(db, command.scope, () => true)) yield { kind: 'delete-span', id };
      break;
    case 'set-type': {
      const { scope, type } = command;
      for (const { id } of requireSpans(db, scope, (span) => span.type !== type)) yield { kind: 'update-span', id, patch: { type } };
      break;
    }
    default:
      yield command;
  }
}

function requireSpans(db: Database, scope: SpanScope, isMeant: (span: Span) => boolean): readonly Span[] {
  const spans = readSpansInScope(db, scope).filter(isMeant);
  if (spans.length > 0) return spans;
  throw new ExpanseError('not-found', 'There is no span that this would change.', 'Choose the whole series, or spans of another type.');
}

/**
 * The edit that a command means for the labels as they are now. Throws ExpanseError: 'not-found', 'conflict' for an
 * id that exists, 'invalid-input' for a span that no bars or window could hold.
 */
export function resolveCommand(db: Database, command: SingleCommand, by: EditRequest): LabelEdit {
  switch (command.kind) {
    case 'create-span': {
      const after = draftToSpan(command.span, by);
      if (findSpan(db, after.id) !== undefined) throw spanExists(after.id);
      requireValidSpan(db, after);
      return { kind: 'span', id: after.id, before: null, after };
    }
    case 'update-span': {
      const before = requireSpan(db, command.id);
      const after = { ...before, ...definedOf(command.patch), updatedAt: by.at };
      requireValidSpan(db, after);
      return { kind: 'span', id: before.id, before, after };
    }
    case 'delete-span':
      return { kind: 'span', id: command.id, before: requireSpan(db, command.id), after: null };
    case 'set-window-state': {
      const { state, skipReason } = readWindow(db, command.windowId);
      const after = { state: command.state, skipReason: command.skipReason ?? '' };
      return { kind: 'window', id: command.windowId, before: { state, skipReason }, after };
    }
    default:
      return assertNever(command);
  }
}

function draftToSpan(draft: SpanDraft, { at, author }: EditRequest): Span {
  return {
    ...draft,
    startUncertainty: draft.startUncertainty ?? 0,
    endUncertainty: draft.endUncertainty ?? 0,
    type: draft.type ?? null,
    direction: draft.direction ?? null,
    note: draft.note ?? '',
    source: draft.source ?? 'person',
    score: draft.score ?? null,
    author,
    createdAt: at,
    updatedAt: at,
  };
}

function requireSpan(db: Database, id: SpanId): Span {
  const span = findSpan(db, id);
  if (span !== undefined) return span;
  throw new ExpanseError('not-found', `There is no span ${id}.`, 'It may have been deleted; undo brings it back.');
}

function spanExists(id: SpanId): ExpanseError {
  return new ExpanseError('conflict', `Span ${id} exists already.`, 'Change that span, or make one under a new id.');
}

// An absent field of a patch may arrive as undefined, which must not erase the value.
function definedOf<T extends object>(patch: T): Partial<T> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>;
}
