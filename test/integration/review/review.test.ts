import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core/core.ts';
import { readSnapshotWindow } from '../../../src/main/core/training/take-snapshot.ts';
import { readSpansOfWindows } from '../../../src/main/core/training/window-spans.ts';
import { openStore } from '../../../src/main/store/open-store.ts';
import { readWindow } from '../../../src/main/store/queries/windows.ts';
import { newEditId, runId, windowId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { Span } from '../../../src/shared/domain/span.ts';
import { MINUTE } from '../../unit/store/fixtures.ts';
import { makeWorkplace, valueOf, type Workplace } from '../core/test-core.ts';
import { readTables, rebuildFromLog, SERIES } from '../labels/labels-fixture.ts';
import { completeWindows, createReviewProject, decide, labelOf, LENGTH, undecided, type RunSpans } from './review-project.ts';

/** Window 1: a missed label and a false alarm. 2: edges that are off. 3: split. 4: merged. 5: agreed. 6: pending. 7: not predicted. */
const FIRST: RunSpans = [
  [[60, 69, 0.75]],
  [[12, 21, 0.875]],
  [[10, 13, 0.625], [16, 20, 0.6875]],
  [[5, 25, 0.5625]],
  [[40, 44, 0.9375]],
  [[50, 59, 0.96875]],
];
const LABELS = [labelOf(1, 20, 29), labelOf(2, 10, 19), labelOf(3, 10, 20), labelOf(4, 5, 10), labelOf(4, 18, 25), labelOf(5, 40, 44), labelOf(7, 1, 5)];
const WINDOWS = [1, 2, 3, 4, 5, 7].map(windowId);
const SCOPE = { runId: runId(1) };

let workplace: Workplace;
let core: Core;
beforeEach(async () => {
  workplace = makeWorkplace();
  createReviewProject(workplace.projectPath, FIRST, FIRST.map((spans) => spans.map(([first, last, score]) => [first + 1, last + 1, score] as const)));
  core = workplace.open();
  await completeWindows(core, WINDOWS, LABELS);
});
afterEach(async () => {
  await core.close();
  workplace.remove();
});

const list = (filter = {}, scope = {}) => valueOf(core.api.listReview({ scope: { ...SCOPE, ...scope }, filter, order: 'surest', offset: 0, limit: 100 }));
/** Edges of the labels of a window, in its bars. */
async function labelsOf(window: number): Promise<readonly (readonly [number, number])[]> {
  return (await storedLabels(window)).map(({ startTime, endTime }) => [startTime / MINUTE - (window - 1) * 100, endTime / MINUTE - (window - 1) * 100] as const);
}
const storedLabels = async (window: number): Promise<readonly Span[]> => (await valueOf(core.api.readWindow({ windowId: windowId(window) }))).spans;
const entryOf = async (type: string) => (await undecided(core, SCOPE)).find(({ types }) => types[0] === type)!;

describe('the review of a run', () => {
  it('types every disagreement of the reviewed windows, the surest first, and says which windows were not predicted', async () => {
    const { entries, total, undecided: open, notPredicted, decoding } = await list();
    expect(entries.map(({ windowId: id, types, confidence }) => [id, types.join('+'), confidence])).toEqual([
      [1, 'missed', 0.875],
      [2, 'late-start+late-end', 0.875],
      [1, 'false-alarm', 0.75],
      [3, 'split', 0.6875],
      [4, 'merged', 0.5625],
    ]);
    expect([total, open, notPredicted]).toEqual([5, 5, 1]);
    expect(decoding).toMatchObject({ decoder: 'threshold', threshold: 0.5 });
    expect(entries[1].pair).toMatchObject({ startError: 2, endError: 2, iou: 8 / 12 });
    expect(entries.map(({ part }) => part)).toEqual(['train', 'val', 'train', 'train', 'val']);
  });

  it('is narrowed by type, series, window, confidence, time and decision, and decoded otherwise where that is asked for', async () => {
    const types = async (filter: object, scope: object = {}) => (await list(filter, scope)).entries.map((entry) => entry.types[0]);
    expect(await types({ types: ['split', 'merged'] })).toEqual(['split', 'merged']);
    expect(await types({ types: ['agreed'] })).toEqual(['agreed']);
    expect(await types({ windowId: windowId(1) })).toEqual(['missed', 'false-alarm']);
    expect(await types({ minConfidence: 0.7, maxConfidence: 0.8 })).toEqual(['false-alarm']);
    expect(await types({ from: timeMs(200 * MINUTE), to: timeMs(299 * MINUTE) })).toEqual(['split']);
    expect(await types({ seriesId: 99 })).toEqual([]);
    expect(await types({}, { tolerance: 2 })).toEqual(['missed', 'false-alarm', 'split', 'merged']);
    expect(await types({}, { threshold: 0.8 })).toEqual(['missed', 'late-start', 'missed', 'missed', 'missed']);
    expect(await types({}, { states: ['pending'] })).toEqual(['false-alarm']);
    expect(await types({}, { parts: ['val'] })).toEqual(['late-start', 'merged']);
  });

  it('is summed over windows, series and the run', async () => {
    await decide(core, SCOPE, (await entryOf('false-alarm')).id, 'accepted');
    await decide(core, SCOPE, (await entryOf('split')).id, 'rejected');
    const sums = await valueOf(core.api.sumReview({ scope: SCOPE }));
    expect(sums.run).toMatchObject({ windows: 5, labels: 7, predictions: 6, agreed: 2, pairs: 5, disagreements: 4, undecided: 3, verdicts: { accepted: 1, rejected: 1, fixed: 0, unsure: 0 } });
    expect(sums.series).toMatchObject([{ seriesId: SERIES, windows: 5, disagreements: 4 }]);
    expect(sums.windows.map(({ windowId: id, disagreements }) => [id, disagreements])).toEqual([[1, 1], [2, 1], [3, 1], [4, 1], [5, 0]]);
  });
});

describe('a decision', () => {
  it('accepts: labels become what the run says, with its score', async () => {
    await decide(core, SCOPE, (await entryOf('false-alarm')).id, 'accepted');
    await decide(core, SCOPE, (await entryOf('missed')).id, 'accepted');
    expect(await labelsOf(1)).toEqual([[60, 69]]);
    expect((await storedLabels(1))[0]).toMatchObject({ source: 'prediction', score: 0.75, runId: 1 });
    await decide(core, SCOPE, (await entryOf('split')).id, 'accepted');
    expect(await labelsOf(3)).toEqual([[10, 13], [16, 20]]);
    await decide(core, SCOPE, (await entryOf('merged')).id, 'accepted');
    expect(await labelsOf(4)).toEqual([[5, 25]]);
    expect((await undecided(core, SCOPE)).map(({ types }) => types[0])).toEqual(['late-start']);
  });

  it('fixes: the label takes one edge or both', async () => {
    const { id } = await entryOf('late-start');
    await valueOf(core.api.decideReview({ editId: newEditId(), scope: SCOPE, entryId: id, request: { decision: 'fixed', edges: 'end' } }));
    expect(await labelsOf(2)).toEqual([[10, 21]]);
    expect((await undecided(core, SCOPE)).map((entry) => entry.id)).not.toContain(id);
    // Decided again, the verdict is replaced.
    const { verdict } = await decide(core, SCOPE, id, 'fixed');
    expect(await labelsOf(2)).toEqual([[12, 21]]);
    expect(await valueOf(core.api.listVerdicts({}))).toEqual([verdict]);
    expect((await storedLabels(2))[0]).toMatchObject({ source: 'person', confidence: 0.6 });
  });

  it('rejects: labels stand, and neither this run nor the next asks again', async () => {
    for (const { id } of await undecided(core, SCOPE)) await decide(core, SCOPE, id, 'rejected');
    expect(await undecided(core, SCOPE)).toEqual([]);
    expect(await labelsOf(1)).toEqual([[20, 29]]);
    expect(await undecided(core, { runId: runId(2) })).toMatchObject([{ types: ['late-start', 'late-end'], windowId: 5 }]);
    // A label that is moved is another matter.
    await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'update-span', id: LABELS[1].id, patch: { endTime: timeMs(118 * MINUTE) } } }));
    expect(await undecided(core, SCOPE)).toMatchObject([{ windowId: 2 }]);
  });

  it('leaves open what is unsure, and asks again only when asked for', async () => {
    const { id } = await entryOf('false-alarm');
    await decide(core, SCOPE, id, 'unsure');
    expect((await undecided(core, SCOPE)).map((entry) => entry.id)).not.toContain(id);
    expect((await list({ decided: ['unsure'] })).entries).toMatchObject([{ id, verdict: { decision: 'unsure', author: 'me' } }]);
  });

  it('is what training learns from: accepted spans and fixed edges as labels, rejected ones as bars of no expansion', async () => {
    await decide(core, SCOPE, (await entryOf('late-start')).id, 'fixed');
    await decide(core, SCOPE, (await entryOf('merged')).id, 'accepted');
    await decide(core, SCOPE, (await entryOf('false-alarm')).id, 'rejected');
    const learned = async (window: number) => {
      const db = openStore(workplace.projectPath);
      const chosen = readWindow(db, windowId(window));
      const { spans } = readSnapshotWindow(db, chosen, (window - 1) * LENGTH, readSpansOfWindows(db, [chosen])[0]);
      db.close();
      return spans.map(({ start, end, confidence }) => [start, end, confidence]);
    };
    await core.close();
    expect([await learned(1), await learned(2), await learned(4)]).toEqual([[[20, 29, 0.6]], [[12, 21, 0.6]], [[5, 25, 0.6]]]);
    core = workplace.open();
  });

  it('is one step that is undone and redone, told to all, and answered again under the same id', async () => {
    const { id } = await entryOf('split');
    const before = await storedLabels(3);
    const events: unknown[] = [];
    core.onEvent((event) => events.push(event));
    const asked = { editId: newEditId(), scope: SCOPE, entryId: id, request: { decision: 'accepted' as const } };
    const first = await valueOf(core.api.decideReview(asked));
    expect(events).toEqual([{ kind: 'labels-changed', change: first.change }, { kind: 'verdicts-changed', windowIds: [3] }]);
    expect(await valueOf(core.api.decideReview(asked))).toEqual(first);
    expect(events).toHaveLength(2);
    expect(await valueOf(core.api.readUndoState({}))).toMatchObject({ canUndo: true, undo: 'Accept prediction' });
    await valueOf(core.api.undo({ editId: newEditId() }));
    expect(await storedLabels(3)).toEqual(before);
    expect(await valueOf(core.api.listVerdicts({}))).toEqual([]);
    expect((await entryOf('split')).id).toBe(id);
    await valueOf(core.api.redo({ editId: newEditId() }));
    expect(await valueOf(core.api.listVerdicts({ runId: runId(1) }))).toEqual([first.verdict]);
    expect(await valueOf(core.api.listVerdicts({ runId: runId(2) }))).toEqual([]);
    await core.close();
    expect(rebuildFromLog(workplace.projectPath)).toEqual(readTables(workplace.projectPath));
    core = workplace.open();
  });

  it('is refused, and changes nothing, where there is nothing to decide', async () => {
    const ask = (entryId: string, request: object) => core.api.decideReview({ editId: newEditId(), scope: SCOPE, entryId, request: request as never });
    expect(await ask('1:3-4', { decision: 'accepted' })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(await ask('5:40-44', { decision: 'accepted' })).toMatchObject({ ok: false, error: { kind: 'invalid-input', message: expect.stringContaining('agree') } });
    expect(await ask((await entryOf('missed')).id, { decision: 'fixed', edges: 'both' })).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    expect(await ask('x', { decision: 'accepted' })).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    const byHand = { decision: 'fixed', edges: { endTime: 205 * MINUTE } };
    expect(await ask((await entryOf('late-start')).id, byHand)).toMatchObject({ ok: false, error: { kind: 'invalid-input', message: expect.stringContaining('leaves window 2') } });
    expect(await core.api.listReview({ scope: { runId: runId(9) }, filter: {}, order: 'surest', offset: 0, limit: 1 })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(await valueOf(core.api.listVerdicts({}))).toEqual([]);
  });
});

describe('accepting all above a score', () => {
  it('says first what it will do, does just that, and is one step', async () => {
    const before = await Promise.all([1, 2, 3, 4].map(storedLabels));
    const order = { scope: SCOPE, filter: {}, minScore: 0.6875 };
    const preview = await valueOf(core.api.previewAcceptAbove(order));
    expect(preview).toMatchObject({ entries: 3, leftOut: 0, made: 2, changed: 2, removed: 0 });
    expect(await valueOf(core.api.listVerdicts({}))).toEqual([]);
    const done = await valueOf(core.api.acceptAbove({ ...order, editId: newEditId(), token: preview.token }));
    expect(done.verdicts).toBe(3);
    expect(done.change.entry.description).toBe('Accept all predictions above 0.6875');
    expect(await labelsOf(1)).toEqual([[20, 29], [60, 69]]);
    expect(await labelsOf(2)).toEqual([[12, 21]]);
    expect(await labelsOf(3)).toEqual([[10, 13], [16, 20]]);
    expect(await labelsOf(4)).toEqual([[5, 10], [18, 25]]);
    await valueOf(core.api.undo({ editId: newEditId() }));
    expect(await Promise.all([1, 2, 3, 4].map(storedLabels))).toEqual(before);
    expect(await valueOf(core.api.listVerdicts({}))).toEqual([]);
  });

  it('is refused where labels changed since the preview, and where there is nothing to accept', async () => {
    const order = { scope: SCOPE, filter: {}, minScore: 0.7 };
    const { token } = await valueOf(core.api.previewAcceptAbove(order));
    await decide(core, SCOPE, (await entryOf('false-alarm')).id, 'rejected');
    expect(await core.api.acceptAbove({ ...order, editId: newEditId(), token })).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    const none = { ...order, minScore: 1 };
    const empty = await valueOf(core.api.previewAcceptAbove(none));
    expect(empty.entries).toBe(0);
    expect(await core.api.acceptAbove({ ...none, editId: newEditId(), token: empty.token })).toMatchObject({ ok: false, error: { kind: 'not-enough-data' } });
    expect(await valueOf(core.api.listVerdicts({}))).toHaveLength(1);
  });
});
