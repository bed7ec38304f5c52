import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core/core.ts';
import type { LabelCommand } from '../../../src/shared/contract/labels.ts';
import { newEditId, newSpanId, spanId, windowId, type SpanId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { WindowState } from '../../../src/shared/domain/window.ts';
import { MINUTE } from '../../unit/store/fixtures.ts';
import { makeWorkplace, valueOf, type Workplace } from '../core/test-core.ts';
import { createLabelProject, draft, readTables, rebuildFromLog, SERIES } from './labels-fixture.ts';

let workplace: Workplace;
beforeEach(() => {
  workplace = makeWorkplace();
});
afterEach(() => workplace.remove());

const SPAN_IDS: readonly SpanId[] = Array.from({ length: 3 }, newSpanId);

type Step =
  | { readonly kind: 'put'; readonly span: number; readonly first: number; readonly confidence: number }
  | { readonly kind: 'delete'; readonly span: number }
  | { readonly kind: 'review'; readonly window: number; readonly state: WindowState }
  | { readonly kind: 'both'; readonly window: number }
  | { readonly kind: 'undo' | 'redo' | 'reopen' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), span: fc.nat(2), first: fc.nat(900), confidence: fc.constantFrom(0.2, 0.6, 1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), span: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('review' as const), window: fc.integer({ min: 1, max: 3 }), state: fc.constantFrom('pending', 'reviewed', 'skipped') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('both' as const), window: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
);

interface Labels {
  readonly spans: readonly unknown[];
  readonly windows: readonly unknown[];
}

async function readLabels(core: Core): Promise<Labels> {
  const spans = await valueOf(core.api.readSpans({ seriesId: SERIES, from: timeMs(0), to: timeMs(1000 * MINUTE) }));
  const { windows } = await valueOf(core.api.listWindows({ offset: 0, limit: 100 }));
  return { spans, windows: windows.map(({ id, state, skipReason }) => ({ id, state, skipReason })) };
}

/** The command that a step means for the spans that there are; null: it means none. */
function commandOf(wanted: Step, existing: readonly SpanId[]): LabelCommand | null {
  switch (wanted.kind) {
    case 'put': {
      const id = SPAN_IDS[wanted.span];
      const span = draft(wanted.first, wanted.first + 9, { id, confidence: wanted.confidence });
      const { startTime, endTime, confidence } = span;
      return existing.includes(id) ? { kind: 'update-span', id, patch: { startTime, endTime, confidence } } : { kind: 'create-span', span };
    }
    case 'delete':
      return existing.includes(SPAN_IDS[wanted.span]) ? { kind: 'delete-span', id: SPAN_IDS[wanted.span] } : null;
    case 'review':
      return { kind: 'set-window-state', windowId: windowId(wanted.window), state: wanted.state, skipReason: wanted.state === 'skipped' ? 'gap' : '' };
    case 'both': {
      const span = draft(wanted.window * 100 - 50, wanted.window * 100 - 40, { windowId: windowId(wanted.window) });
      const review: LabelCommand = { kind: 'set-window-state', windowId: windowId(wanted.window), state: 'reviewed' };
      return { kind: 'batch', description: 'Mark and complete', commands: [{ kind: 'create-span', span }, review] };
    }
    default:
      return null;
  }
}

/** Plain stacks of whole states: what undo and redo must give, told as simply as it can be. */
class Oracle {
  past: Labels[] = [];
  future: Labels[] = [];
  now: Labels;
  constructor(start: Labels) {
    this.now = start;
  }
  edited(after: Labels): void {
    this.past.push(this.now);
    [this.now, this.future] = [after, []];
  }
  move(from: 'past' | 'future', to: 'past' | 'future'): boolean {
    const target = this[from].pop();
    if (target === undefined) return false;
    this[to].push(this.now);
    this.now = target;
    return true;
  }
}

describe('undo and redo', () => {
  it('walk any history back and forth, through closing and reopening, and the log alone gives the same labels', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const place = makeWorkplace();
        createLabelProject(place.projectPath);
        let core = place.open();
        const oracle = new Oracle(await readLabels(core));
        for (const wanted of steps) {
          if (wanted.kind === 'reopen') {
            await core.close();
            core = place.open();
          } else if (wanted.kind === 'undo' || wanted.kind === 'redo') {
            const moved = wanted.kind === 'undo' ? oracle.move('past', 'future') : oracle.move('future', 'past');
            const change = await valueOf(core.api[wanted.kind]({ editId: newEditId() }));
            expect(change !== null).toBe(moved);
          } else {
            const existing = oracle.now.spans.map((span) => (span as { id: SpanId }).id);
            const command = commandOf(wanted, existing);
            if (command === null) continue;
            await valueOf(core.api.editLabels({ editId: newEditId(), command }));
            oracle.edited(await readLabels(core));
          }
          expect(await readLabels(core)).toEqual(oracle.now);
          const { canUndo, canRedo } = await valueOf(core.api.readUndoState({}));
          expect({ canUndo, canRedo }).toEqual({ canUndo: oracle.past.length > 0, canRedo: oracle.future.length > 0 });
        }
        await core.close();
        expect(rebuildFromLog(place.projectPath)).toEqual(readTables(place.projectPath));
        place.remove();
      }),
      { numRuns: 60 },
    );
  });

  it('take a batch as one step and carry out all of it or nothing', async () => {
    createLabelProject(workplace.projectPath);
    const core = workplace.open();
    const before = await readLabels(core);
    const commands: LabelCommand[] = Array.from({ length: 500 }, (_, index) => ({ kind: 'create-span', span: draft(index, index + 5) }));
    const change = await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'batch', description: 'Accept all', commands } }));
    expect(change.spans).toHaveLength(500);
    expect(await valueOf(core.api.readUndoState({}))).toEqual({ canUndo: true, canRedo: false, undo: 'Accept all', redo: null });
    const undone = await valueOf(core.api.undo({ editId: newEditId() }));
    expect(undone?.removedSpans).toHaveLength(500);
    expect(await readLabels(core)).toEqual(before);

    const missing: LabelCommand = { kind: 'delete-span', id: spanId(newSpanId()) };
    const refused = await core.api.editLabels({ editId: newEditId(), command: { kind: 'batch', description: 'Half', commands: [commands[0], missing] } });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(await readLabels(core)).toEqual(before);
    await core.close();
  });

  it('answer a repeated request from the log, and do nothing twice', async () => {
    createLabelProject(workplace.projectPath);
    let core = workplace.open();
    const editId = newEditId();
    const undoId = newEditId();
    const command: LabelCommand = { kind: 'create-span', span: draft(10, 20) };
    const first = await valueOf(core.api.editLabels({ editId, command }));
    expect(await valueOf(core.api.editLabels({ editId, command }))).toEqual(first);
    await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'create-span', span: draft(30, 40) } }));
    const undone = await valueOf(core.api.undo({ editId: undoId }));
    await core.close();

    core = workplace.open();
    const events: unknown[] = [];
    core.onEvent((event) => events.push(event));
    expect(await valueOf(core.api.editLabels({ editId, command }))).toEqual(first);
    expect(await valueOf(core.api.undo({ editId: undoId }))).toEqual(undone);
    // Others would take the old state for news.
    expect(events).toEqual([]);
    expect((await readLabels(core)).spans).toHaveLength(1);
    expect(await valueOf(core.api.readHistory({ limit: 10 }))).toHaveLength(3);
    await core.close();
  });

  it('list the history newest first, in pages, with what was undone', async () => {
    createLabelProject(workplace.projectPath);
    const core = workplace.open();
    const { entry } = await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'create-span', span: draft(1, 2) } }));
    await valueOf(core.api.undo({ editId: newEditId() }));
    const history = await valueOf(core.api.readHistory({ limit: 10 }));
    expect(history.map(({ action, of, description, sequence }) => ({ action, of, description, sequence }))).toEqual([
      { action: 'undo', of: entry.id, description: 'Mark span', sequence: 2 },
      { action: 'edit', of: null, description: 'Mark span', sequence: 1 },
    ]);
    expect(await valueOf(core.api.readHistory({ limit: 10, before: 2 }))).toEqual([entry]);
    await core.close();
  });
});
