import { assertNever } from '../../shared/domain/assert-never.ts';
import type { LabelCommand, SpanDraft, SpanScope } from '../../shared/contract/labels.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { TimeMs } from '../../shared/domain/time.ts';
import type { LabelWindow } from '../../shared/domain/window.ts';
import type { PendingEdit } from './outbox.ts';
import { bySpanStart } from './span-order.ts';

/** The spans as they will be once the pending edits are stored. Undo and redo show only when they are answered. */
export function spansWithPending(
  stored: readonly Span[],
  pending: readonly PendingEdit[],
  belongs: (draft: SpanDraft) => boolean,
): readonly Span[] {
  const commands = pendingCommands(pending);
  if (commands.length === 0) return stored;
  return commands.reduce((spans, command) => applyToSpans(spans, command, belongs), stored).toSorted(bySpanStart);
}

export function windowWithPending<W extends LabelWindow>(stored: W, pending: readonly PendingEdit[]): W {
  return pendingCommands(pending).reduce((window, command) => {
    if (command.kind !== 'set-window-state' || command.windowId !== window.id) return window;
    return { ...window, state: command.state, skipReason: command.skipReason ?? '' };
  }, stored);
}

/** Single commands in order, batches opened. */
function pendingCommands(pending: readonly PendingEdit[]): readonly LabelCommand[] {
  return pending.flatMap(({ request }) => (request.kind === 'edit' ? openBatch(request.command) : []));
}

function openBatch(command: LabelCommand): readonly LabelCommand[] {
  return command.kind === 'batch' ? command.commands.flatMap(openBatch) : [command];
}

function applyToSpans(spans: readonly Span[], command: LabelCommand, belongs: (draft: SpanDraft) => boolean): readonly Span[] {
  switch (command.kind) {
    case 'create-span':
      if (!belongs(command.span)) return spans;
      return [...spans.filter((span) => span.id !== command.span.id), spanOfDraft(command.span)];
    case 'update-span':
      return spans.map((span) => (span.id === command.id ? { ...span, ...command.patch } : span));
    case 'delete-span':
      return spans.filter((span) => span.id !== command.id);
    case 'delete-spans':
      return spans.filter((span) => !isInScope(span, command.scope));
    case 'set-type':
      return spans.map((span) => (isInScope(span, command.scope) ? { ...span, type: command.type } : span));
    case 'set-window-state':
    case 'batch':
      return spans;
    default:
      return assertNever(command);
  }
}

function isInScope(span: Span, { seriesId, windowId, ofType }: SpanScope): boolean {
  return span.seriesId === seriesId && (windowId === null || span.windowId === windowId) && (ofType === undefined || span.type === ofType);
}

const NOT_STORED_YET = 0 as TimeMs;

function spanOfDraft(draft: SpanDraft): Span {
  return {
    startUncertainty: 0,
    endUncertainty: 0,
    type: null,
    direction: null,
    note: '',
    source: 'person',
    score: null,
    ...draft,
    author: '',
    createdAt: NOT_STORED_YET,
    updatedAt: NOT_STORED_YET,
  };
}

/** Ids of the spans that wait to be stored, shown as "saving…". */
export function pendingSpanIds(pending: readonly PendingEdit[]): ReadonlySet<string> {
  const ids = pendingCommands(pending).flatMap((command) => {
    if (command.kind === 'create-span') return [command.span.id];
    return command.kind === 'update-span' || command.kind === 'delete-span' ? [command.id] : [];
  });
  return new Set<string>(ids);
}
