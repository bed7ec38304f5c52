import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core/core.ts';
import { createStore } from '../../../src/main/store/open-store.ts';
import { newEditId, newSpanId, seriesId, windowId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import { MINUTE, seriesOf } from '../../unit/store/fixtures.ts';
import { SERIES } from '../labels/labels-fixture.ts';
import { makeWorkplace, valueOf, type Workplace } from './test-core.ts';

let workplace: Workplace;
let core: Core;

beforeEach(() => {
  workplace = makeWorkplace();
  const db = createStore(workplace.projectPath);
  seriesOf(db, 40_000);
  db.close();
  core = workplace.open();
});
afterEach(async () => {
  await core.close();
  workplace.remove();
});

describe('the whole series at a glance', () => {
  it('has the lowest and the highest price of each part', async () => {
    const { edges, low, high } = await valueOf(core.api.readOverview({ seriesId: SERIES, parts: 100 }));
    expect([edges.length, low.length, high.length]).toEqual([101, 100, 100]);
    const whole = [];
    for (let from = 0; from < 40_000; from += 10_000) whole.push((await valueOf(core.api.readBars({ seriesId: SERIES, level: 0, fromIndex: from, count: 10_000 }))).bars);
    expect(edges[0]).toBe(whole[0].time[0]);
    expect(edges[100]).toBe(whole[3].time[9999] + MINUTE);
    const least = Math.min(...whole.flatMap((bars) => [...bars.low]));
    const most = Math.max(...whole.flatMap((bars) => [...bars.high]));
    expect([Math.min(...low), Math.max(...high)]).toEqual([Math.fround(least), Math.fround(most)]);
    // Parts begin at bars of a level above, at most an eighth of a part away from where they would be.
    edges.slice(0, 100).forEach((edge, part) => expect(Math.abs(edge / MINUTE - part * 400)).toBeLessThanOrEqual(50));
  });

  it('has no more parts than bars, and is refused of a series that is not there', async () => {
    expect((await valueOf(core.api.readOverview({ seriesId: SERIES, parts: 10_000 }))).low).toHaveLength(10_000);
    expect(await core.api.readOverview({ seriesId: seriesId(9), parts: 10 })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });

  it('tells how much of each part is reviewed and labelled', async () => {
    const { edges } = await valueOf(core.api.readOverview({ seriesId: SERIES, parts: 400 }));
    const coverage = () => valueOf(core.api.readCoverage({ seriesId: SERIES, edges, runId: null }));
    await valueOf(core.api.makeWindows({ seriesId: SERIES, length: 100, stride: 100 }));
    expect(await coverage()).toEqual({ reviewed: new Float32Array(400), labelled: new Float32Array(400), predicted: null });
    const span = { id: newSpanId(), seriesId: SERIES, windowId: windowId(2), startTime: timeMs(110 * MINUTE), endTime: timeMs(129 * MINUTE), confidence: 1 };
    await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'create-span', span } }));
    await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'set-window-state', windowId: windowId(2), state: 'reviewed' } }));
    const { reviewed, labelled } = await coverage();
    const sum = (shares: Float32Array) => shares.reduce((total, share) => total + share, 0);
    // A part is a hundred bars, give or take those at which it begins.
    expect(reviewed[1]).toBeGreaterThan(0.85);
    expect(sum(reviewed)).toBeCloseTo(1, 1);
    expect(sum(labelled)).toBeCloseTo(0.2, 1);
  });

  it('refuses edges that are none', async () => {
    for (const edges of [Float64Array.of(1), Float64Array.of(3, 2), Float64Array.of(0, Number.NaN)]) {
      expect(await core.api.readCoverage({ seriesId: SERIES, edges, runId: null })).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    }
  });
});
