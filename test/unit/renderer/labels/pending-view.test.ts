import { describe, expect, it } from 'vitest';
import type { PendingEdit } from '../../../../src/renderer/labels/outbox.ts';
import { pendingSpanIds, spansWithPending, windowWithPending } from '../../../../src/renderer/labels/pending-view.ts';
import type { LabelCommand } from '../../../../src/shared/contract/labels.ts';
import { newEditId, seriesId, spanId, windowId } from '../../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import { aDraft, aSpan, aWindow } from './a-span.ts';

const pendingOf = (...commands: readonly LabelCommand[]): readonly PendingEdit[] =>
  commands.map((command) => ({ editId: newEditId(), request: { kind: 'edit', command }, state: 'waiting' }));
const here = (draft: { readonly windowId: unknown }) => draft.windowId === 1;

describe('spans as they will be', () => {
  it('are the stored ones while nothing is pending', () => {
    const stored = [aSpan()];
    expect(spansWithPending(stored, [], here)).toBe(stored);
  });

  it('hold a created span at its place, with what later edits say of it', () => {
    const early = aDraft({ startTime: timeMs(2), endTime: timeMs(5) });
    const pending = pendingOf({ kind: 'create-span', span: early }, { kind: 'update-span', id: early.id, patch: { confidence: 1, note: 'clear' } });
    const spans = spansWithPending([aSpan()], pending, here);
    expect(spans.map((span) => span.id)).toEqual(['new', 'one']);
    expect(spans[0]).toMatchObject({ confidence: 1, note: 'clear', source: 'person', startUncertainty: 0 });
  });

  it('are not those of another window', () => {
    expect(spansWithPending([], pendingOf({ kind: 'create-span', span: aDraft({ windowId: windowId(2) }) }), here)).toEqual([]);
  });

  it('follow a batch command by command', () => {
    const batch: LabelCommand = {
      kind: 'batch',
      description: 'Replace',
      commands: [
        { kind: 'delete-span', id: spanId('one') },
        { kind: 'create-span', span: aDraft() },
      ],
    };
    expect(spansWithPending([aSpan()], pendingOf(batch), here).map((span) => span.id)).toEqual(['new']);
    expect(pendingSpanIds(pendingOf(batch))).toEqual(new Set(['one', 'new']));
  });

  it('follow what is for many spans, as far as they are meant', () => {
    const stored = [aSpan(), aSpan({ id: spanId('typed'), type: 'retracement' }), aSpan({ id: spanId('free'), windowId: null }), aSpan({ id: spanId('other'), seriesId: seriesId(2) })];
    const after = (command: LabelCommand) => spansWithPending(stored, pendingOf(command), here);
    const [ofWindow, ofSeries] = [{ seriesId: seriesId(1), windowId: windowId(1) }, { seriesId: seriesId(1), windowId: null }];
    expect(after({ kind: 'delete-spans', scope: ofWindow }).map(({ id }) => id)).toEqual(['free', 'other']);
    expect(after({ kind: 'delete-spans', scope: ofSeries }).map(({ id }) => id)).toEqual(['other']);
    expect(after({ kind: 'delete-spans', scope: { ...ofSeries, ofType: null } }).map(({ id }) => id)).toEqual(['other', 'typed']);
    const typed = after({ kind: 'set-type', scope: ofWindow, type: 'consolidation' });
    expect(Object.fromEntries(typed.map(({ id, type }) => [id, type]))).toEqual({ one: 'consolidation', typed: 'consolidation', free: null, other: null });
  });

  it('hold a created span once, also when its storing was told before its answer', () => {
    const stored = aSpan({ id: spanId('new') });
    expect(spansWithPending([stored], pendingOf({ kind: 'create-span', span: aDraft() }), here)).toHaveLength(1);
  });
});

it('a window is shown in the state that was asked for last', () => {
  const pending = pendingOf(
    { kind: 'set-window-state', windowId: windowId(1), state: 'skipped', skipReason: 'Unclear' },
    { kind: 'set-window-state', windowId: windowId(2), state: 'reviewed' },
  );
  expect(windowWithPending(aWindow(), pending)).toMatchObject({ state: 'skipped', skipReason: 'Unclear' });
  expect(windowWithPending(aWindow({ id: windowId(2) }), pending)).toMatchObject({ state: 'reviewed', skipReason: '' });
});
