import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core/core.ts';
import type { LabelCommand } from '../../../src/shared/contract/labels.ts';
import { newEditId, newSpanId, seriesId as seriesIdOf, spanId, windowId, type SeriesId, type SpanId, type WindowId } from '../../../src/shared/domain/ids.ts';
import { SPAN_TYPES, type Span, type SpanType } from '../../../src/shared/domain/span.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { WindowState } from '../../../src/shared/domain/window.ts';
import { MINUTE } from '../../unit/store/fixtures.ts';
import { makeWorkplace, valueOf, type Workplace } from '../core/test-core.ts';
import { createLabelProject, draft, FIRST_WINDOW, inspect, readTables, rebuildFromLog, SERIES } from './labels-fixture.ts';

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
  | { readonly kind: 'delete-all' }
  | { readonly kind: 'type-all'; readonly type: SpanType }
  | { readonly kind: 'go-to'; readonly line: number }
  | { readonly kind: 'undo' | 'redo' | 'reopen' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), span: fc.nat(2), first: fc.nat(900), confidence: fc.constantFrom(0.2, 0.6, 1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), span: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('review' as const), window: fc.integer({ min: 1, max: 3 }), state: fc.constantFrom('pending', 'reviewed', 'skipped') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('both' as const), window: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete-all' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('type-all' as const), type: fc.constantFrom(...SPAN_TYPES) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('go-to' as const), line: fc.nat(80) }) },
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

const EVERYTHING = { seriesId: SERIES, windowId: null };

/** The command that a step means for the spans that there are; null: it means none. */
function commandOf(wanted: Step, spans: readonly Span[]): LabelCommand | null {
  const existing = spans.map(({ id }) => id);
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
    case 'delete-all':
      return spans.length === 0 ? null : { kind: 'delete-spans', scope: EVERYTHING };
    case 'type-all':
      return spans.every(({ type }) => type === wanted.type) ? null : { kind: 'set-type', scope: EVERYTHING, type: wanted.type };
    default:
      return null;
  }
}

/** The state after an edit, and the one that the edit was made for. */
interface Node {
  readonly labels: Labels;
  readonly parent: Node | null;
  /** What could be redone when the edit was last taken back. */
  later: readonly Node[];
}

/** Whole states, linked as they came about: what undo, redo and going to any line must give, told as simply as it can be. */
class Oracle {
  now: Node;
  future: readonly Node[] = [];
  constructor(start: Labels) {
    this.now = { labels: start, parent: null, later: [] };
  }
  edited(labels: Labels): void {
    this.now = { labels, parent: this.now, later: [] };
    this.future = [];
  }
  undo(): boolean {
    if (this.now.parent === null) return false;
    this.now.later = this.future;
    this.future = [...this.future, this.now];
    this.now = this.now.parent;
    return true;
  }
  redo(): boolean {
    const next = this.future.at(-1);
    if (next === undefined) return false;
    [this.now, this.future] = [next, this.future.slice(0, -1)];
    return true;
  }
  /** Returns the number of steps. */
  goTo(target: Node): number {
    const way = ancestry(target);
    let steps = 0;
    for (; !way.includes(this.now); steps++) this.undo();
    for (const next of way.slice(way.indexOf(this.now) + 1)) {
      [this.now, this.future] = [next, next.later];
      steps++;
    }
    return steps;
  }
}

/** From the first state to this one. */
const ancestry = (node: Node): readonly Node[] => (node.parent === null ? [node] : [...ancestry(node.parent), node]);

const WINDOW_IDS = [1, 2, 3, 4].map(windowId);

async function linesOf(core: Core, id: WindowId): Promise<readonly number[]> {
  const { items } = await valueOf(core.api.readHistory({ offset: 0, limit: 1000, windowId: id, steps: true }));
  return items.map(({ sequence }) => sequence);
}

/** Newest first: the lines that name the window anywhere. */
function slowLinesOf(path: string, id: WindowId): readonly number[] {
  const lines = inspect(path, (db) => db.prepare<[], { sequence: number; forward: string }>('SELECT sequence, forward FROM label_edit ORDER BY sequence DESC').all());
  const names = (forward: string) => forward.includes(`"kind":"window","id":${id},`) || forward.includes(`"windowId":${id},`);
  return lines.filter(({ forward }) => names(forward)).map(({ sequence }) => sequence);
}

const ALL_TIME = { from: timeMs(0), to: timeMs(1000 * MINUTE) };

/** The labels after a line of the log, as the core works them out from the log. */
async function readLabelsAsOf(core: Core, sequence: number, { windows }: Labels): Promise<Labels> {
  const spans = await valueOf(core.api.readSpansAsOf({ seriesId: SERIES, ...ALL_TIME, sequence }));
  const seen = [];
  for (const { id } of windows as readonly { id: WindowId }[]) {
    const then = await valueOf(core.api.readWindowAsOf({ windowId: id, sequence }));
    const { startTime, endTime, state, skipReason } = then.window;
    expect(then.spans).toEqual(spans.filter(({ windowId: own, startTime: first, endTime: last }) => own === id || (own === null && first >= startTime && last <= endTime)));
    seen.push({ id, state, skipReason });
  }
  return { spans, windows: seen };
}

describe('undo and redo', () => {
  it('walk any history back and forth, through closing and reopening, and the log alone gives the same labels, now and at every moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const place = makeWorkplace();
        createLabelProject(place.projectPath);
        let core = place.open();
        const oracle = new Oracle(await readLabels(core));
        // What is known of the first lines is to be kept when others follow.
        await linesOf(core, FIRST_WINDOW);
        // After each line of the log; before the first.
        const moments: Node[] = [oracle.now];
        for (const wanted of steps) {
          if (wanted.kind === 'reopen') {
            await core.close();
            core = place.open();
          } else if (wanted.kind === 'undo' || wanted.kind === 'redo') {
            const moved = oracle[wanted.kind]();
            const change = await valueOf(core.api[wanted.kind]({ editId: newEditId() }));
            expect(change !== null).toBe(moved);
            if (moved) moments.push(oracle.now);
          } else if (wanted.kind === 'go-to') {
            const sequence = wanted.line % moments.length;
            const walker = Object.assign(new Oracle(oracle.now.labels), { now: oracle.now, future: oracle.future });
            const count = oracle.goTo(moments[sequence]);
            const change = await valueOf(core.api.goToEdit({ editId: newEditId(), sequence }));
            expect(change?.entry.sequence ?? null).toBe(count === 0 ? null : moments.length + count - 1);
            // Each step is a moment of its own.
            for (let at = 0; at < count; at++) {
              const way = ancestry(moments[sequence]);
              if (way.includes(walker.now)) walker.now = way[way.indexOf(walker.now) + 1];
              else walker.undo();
              moments.push(walker.now);
            }
          } else {
            const command = commandOf(wanted, oracle.now.labels.spans as readonly Span[]);
            if (command === null) continue;
            await valueOf(core.api.editLabels({ editId: newEditId(), command }));
            oracle.edited(await readLabels(core));
            const spans = oracle.now.labels.spans as readonly Span[];
            if (wanted.kind === 'delete-all') expect(spans).toEqual([]);
            if (wanted.kind === 'type-all') expect(spans.filter(({ type }) => type !== wanted.type)).toEqual([]);
            moments.push(oracle.now);
          }
          expect(await readLabels(core)).toEqual(oracle.now.labels);
          const { canUndo, canRedo } = await valueOf(core.api.readUndoState({}));
          expect({ canUndo, canRedo }).toEqual({ canUndo: oracle.now.parent !== null, canRedo: oracle.future.length > 0 });
        }
        for (const [sequence, { labels }] of moments.entries()) expect(await readLabelsAsOf(core, sequence, labels)).toEqual(labels);
        expect(await readLabels(core)).toEqual(oracle.now.labels);
        const ofWindows = await Promise.all(WINDOW_IDS.map((id) => linesOf(core, id)));
        await core.close();
        expect(ofWindows).toEqual(WINDOW_IDS.map((id) => slowLinesOf(place.projectPath, id)));
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
    expect(await valueOf(core.api.readHistory({ offset: 0, limit: 10, steps: true }))).toMatchObject({ total: 3 });
    await core.close();
  });

  it('list the history newest first, in words, in pages, with what was undone and where it was', async () => {
    createLabelProject(workplace.projectPath);
    const core = workplace.open();
    const span = draft(10, 20, { windowId: windowId(1) });
    const free = draft(110, 111);
    const edit = (command: LabelCommand) => valueOf(core.api.editLabels({ editId: newEditId(), command }));
    const { entry } = await edit({ kind: 'create-span', span });
    await edit({ kind: 'update-span', id: span.id, patch: { endTime: timeMs(23 * MINUTE) } });
    await edit({ kind: 'update-span', id: span.id, patch: { startTime: timeMs(8 * MINUTE), endTime: timeMs(22 * MINUTE) } });
    await edit({ kind: 'update-span', id: span.id, patch: { startTime: timeMs(6 * MINUTE), endTime: timeMs(20 * MINUTE) } });
    await edit({ kind: 'update-span', id: span.id, patch: { confidence: 0.4 } });
    await edit({ kind: 'update-span', id: span.id, patch: { type: 'retracement', note: 'late' } });
    await edit({ kind: 'create-span', span: free });
    await edit({ kind: 'set-window-state', windowId: windowId(5), state: 'skipped', skipReason: 'no data' });
    await edit({ kind: 'batch', description: 'Delete 2 spans', commands: [span, free].map(({ id }) => ({ kind: 'delete-span', id })) });
    const undone = await valueOf(core.api.undo({ editId: newEditId() }));
    expect(undone?.entry.description).toBe('Delete 2 spans');
    const { total, current, items } = await valueOf(core.api.readHistory({ offset: 0, limit: 100 }));
    expect([total, current]).toEqual([9, 8]);
    expect(items.map(({ description }) => description)).toEqual([
      'Delete 2 spans',
      'Skipped window 5: no data',
      'Marked a span of 2 bars on the free chart',
      'Changed the type and the note of a span in window 1',
      'Changed the confidence of a span in window 1 to 0.4',
      'Moved a span in window 1 by 2 bars to the left',
      'Moved both edges of a span in window 1',
      'Moved the end of a span in window 1 by 3 bars to the right',
      'Marked a span of 11 bars in window 1',
    ]);
    expect(items[0]).toMatchObject({ labels: 2, undone: { author: 'me', at: undone?.entry.at }, place: { spanId: span.id, windowId: windowId(1) } });
    expect(items[1]).toMatchObject({ labels: 1, undone: null, place: { spanId: null, windowId: windowId(5), time: 400 * MINUTE } });
    expect(items[8]).toEqual({ ...entry, labels: 1, undone: null, place: { seriesId: SERIES, windowId: windowId(1), time: 10 * MINUTE, spanId: span.id } });

    const page = await valueOf(core.api.readHistory({ offset: 1, limit: 2 }));
    expect(page.items).toEqual(items.slice(1, 3));
    const ofSeries = (seriesId: SeriesId) => valueOf(core.api.readHistory({ offset: 0, limit: 100, seriesId }));
    expect((await ofSeries(SERIES)).items).toEqual(items);
    expect(await ofSeries(seriesIdOf(2))).toEqual({ total: 0, current: null, items: [] });
    const until = (time: number) => valueOf(core.api.readHistory({ offset: 0, limit: 1, until: timeMs(time) }));
    expect(await until(items[8].at - 1)).toMatchObject({ total: 0, items: [] });
    expect(await until(items[0].at)).toEqual({ total, current, items: [items[0]] });
    const ofWindow = await valueOf(core.api.readHistory({ offset: 0, limit: 100, windowId: windowId(5) }));
    expect(ofWindow).toMatchObject({ total: 1, current: 8, items: [items[1]] });
    const [newest] = (await valueOf(core.api.readHistory({ offset: 0, limit: 1, steps: true }))).items;
    expect(newest).toMatchObject({ action: 'undo', of: items[0].id, description: 'Delete 2 spans', labels: 2, undone: null });
    await core.close();
  });

  it('go to a line once however often it is asked for, tell it as one change, and refuse a line that is not', async () => {
    createLabelProject(workplace.projectPath);
    const core = workplace.open();
    const spans = Array.from({ length: 4 }, (_, index) => draft(index * 10, index * 10 + 5));
    for (const span of spans) await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'create-span', span } }));
    const events: unknown[] = [];
    core.onEvent((event) => events.push(event));
    const editId = newEditId();
    const change = await valueOf(core.api.goToEdit({ editId, sequence: 1 }));
    expect(change).toMatchObject({ entry: { id: editId, action: 'undo', sequence: 7 }, spans: [], canUndo: true, canRedo: true });
    expect(change?.removedSpans.toSorted()).toEqual(spans.slice(1).map(({ id }) => id).toSorted());
    expect(events).toEqual([{ kind: 'labels-changed', change }]);
    expect(await valueOf(core.api.goToEdit({ editId, sequence: 1 }))).toMatchObject({ entry: change?.entry });
    expect(await valueOf(core.api.goToEdit({ editId: newEditId(), sequence: 1 }))).toBeNull();
    expect((await readLabels(core)).spans).toHaveLength(1);
    expect(await core.api.goToEdit({ editId: newEditId(), sequence: 99 })).toMatchObject({ ok: false, error: { kind: 'not-found', message: 'The history has no entry 99.' } });
    expect(await core.api.readSpansAsOf({ seriesId: SERIES, ...ALL_TIME, sequence: 99 })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    await core.close();
  });
});
