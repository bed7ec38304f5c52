import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core/core.ts';
import type { QueueView } from '../../../src/shared/contract/windows.ts';
import { newEditId, runId, windowId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import { MINUTE } from '../../unit/store/fixtures.ts';
import { completeWindows, createReviewProject, labelOf, LENGTH, type RunSpans } from '../review/review-project.ts';
import { makeWorkplace, valueOf, type Workplace } from './test-core.ts';

/** Window n has n bars of which the run is in two minds, and is as sure as ever of the others. */
const RUN: RunSpans = Array.from({ length: 10 }, (_, n) => [[0, n, 0.5]]);
const OF_RUN = runId(1);

let workplace: Workplace;
let core: Core;
beforeEach(() => {
  workplace = makeWorkplace();
  createReviewProject(workplace.projectPath, RUN);
  core = workplace.open();
});
afterEach(async () => {
  await core.close();
  workplace.remove();
});

const list = async (view: QueueView): Promise<readonly number[]> => (await valueOf(core.api.listWindows({ ...view, offset: 0, limit: 100 }))).windows.map(({ id }) => id);
const skip = (id: number, skipReason: string) => valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'set-window-state', windowId: windowId(id), state: 'skipped', skipReason } }));
const next = async (view: QueueView, after: number | null, direction: 'next' | 'previous' = 'next') =>
  (await valueOf(core.api.nextWindow({ ...view, after: after === null ? null : windowId(after), direction })))?.windowId ?? null;
const place = async (view: QueueView, id: number) => (await valueOf(core.api.findInQueue({ ...view, windowId: windowId(id) }))).position;

/** Walks the queue by `next` alone, as a person does. */
async function walk(view: QueueView): Promise<readonly number[]> {
  const seen: number[] = [];
  for (let at = await next(view, null); at !== null && !seen.includes(at); at = await next(view, at)) seen.push(at);
  return seen;
}

describe('the order of the queue', () => {
  it('puts first what the run is least sure of, and steps along it both ways', async () => {
    const view: QueueView = { order: { kind: 'uncertain', runId: OF_RUN } };
    expect(await list(view)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(await walk(view)).toEqual(await list(view));
    expect(await next(view, 8, 'previous')).toBe(9);
    expect(await next(view, 1)).toBe(10);
    expect(await place(view, 8)).toBe(2);
    expect((await valueOf(core.api.listWindows({ ...view, offset: 3, limit: 2 }))).windows.map(({ id }) => id)).toEqual([7, 6]);
  });

  it('puts first where labels and run lie furthest apart, as the labels are now', async () => {
    const view: QueueView = { order: { kind: 'disagreeing', runId: OF_RUN } };
    expect((await list(view))[0]).toBe(10);
    await completeWindows(core, [windowId(3)], [labelOf(3, 40, 79)]);
    expect((await list(view)).slice(0, 3)).toEqual([3, 10, 9]);
    expect(await next({ ...view, state: 'pending' }, null)).toBe(10);
  });

  it('goes on from a window that the filter does not let through', async () => {
    const view: QueueView = { state: 'pending', order: { kind: 'uncertain', runId: OF_RUN } };
    await completeWindows(core, [windowId(7)], []);
    expect(await next(view, 7)).toBe(6);
    expect(await next(view, 7, 'previous')).toBe(8);
    expect(await place(view, 7)).toBeNull();
  });

  it('is the same by chance for the same seed, of all windows and of some', async () => {
    const order = { kind: 'random', seed: 5 } as const;
    const all = await list({ order });
    expect(all.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await list({ order: { kind: 'random', seed: 6 } })).not.toEqual(all);
    await completeWindows(core, [all[2], all[5]].map(windowId), []);
    expect(await list({ order, state: 'pending' })).toEqual(all.filter((_, n) => n !== 2 && n !== 5));
    expect(await walk({ order })).toEqual(all);
  });

  it('refuses a run that is not there', async () => {
    expect(await core.api.listWindows({ order: { kind: 'uncertain', runId: runId(99) }, offset: 0, limit: 1 })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });
});

describe('the filters of the queue', () => {
  it('keep windows with labels, their own or of the free chart within them, or those without', async () => {
    await completeWindows(core, [windowId(2)], [labelOf(2, 10, 19)]);
    // One lies in window 5, the other across the edge of windows 7 and 8, so that it describes neither.
    const free = [labelOf(5, 10, 19, { windowId: null }), labelOf(7, 95, 104, { windowId: null })];
    for (const span of free) await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'create-span', span } }));
    expect(await list({ labelled: true })).toEqual([2, 5]);
    expect(await list({ labelled: false })).toEqual([1, 3, 4, 6, 7, 8, 9, 10]);
    expect(await list({ labelled: true, order: { kind: 'uncertain', runId: OF_RUN } })).toEqual([5, 2]);
  });

  it('keep days, and count what they let through, whatever its state', async () => {
    await completeWindows(core, [windowId(4)], []);
    const range = { from: timeMs(2.5 * LENGTH * MINUTE), to: timeMs(5 * LENGTH * MINUTE) };
    expect(await list(range)).toEqual([3, 4, 5, 6]);
    const page = await valueOf(core.api.listWindows({ ...range, state: 'pending', offset: 0, limit: 1 }));
    expect(page).toMatchObject({ total: 3, counts: { pending: 3, reviewed: 1, skipped: 0 } });
    expect(await place(range, 5)).toBe(2);
    expect(await place(range, 7)).toBeNull();
    expect(await next(range, 6)).toBe(3);
  });

  it('keep those that were skipped for a reason, and tell which reasons there are', async () => {
    await skip(1, 'gap');
    await skip(6, 'unclear');
    await skip(8, 'gap');
    expect(await list({ skipReason: 'gap' })).toEqual([1, 8]);
    expect(await valueOf(core.api.listSkipReasons({}))).toEqual([{ reason: 'gap', windows: 2 }, { reason: 'unclear', windows: 1 }]);
  });
});
