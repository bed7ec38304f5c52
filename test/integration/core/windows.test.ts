import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core/core.ts';
import { createStore, openStore } from '../../../src/main/store/open-store.ts';
import { mergeBars } from '../../../src/main/store/queries/bars.ts';
import { newEditId, windowId, type WindowId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { WindowState } from '../../../src/shared/domain/window.ts';
import type { WindowTake } from '../../../src/shared/queue/window-take.ts';
import { barsAt, MINUTE, minutes, seriesOf } from '../../unit/store/fixtures.ts';
import { SERIES } from '../labels/labels-fixture.ts';
import { makeWorkplace, valueOf, type Workplace } from './test-core.ts';

let workplace: Workplace;
let core: Core;

function openWith(bars: number): void {
  const db = createStore(workplace.projectPath);
  seriesOf(db, bars);
  db.close();
  core = workplace.open();
}
beforeEach(() => {
  workplace = makeWorkplace();
});
afterEach(async () => {
  await core.close();
  workplace.remove();
});

const make = (length: number, stride: number, from?: number, to?: number) =>
  core.api.makeWindows({
    seriesId: SERIES,
    length,
    stride,
    ...(from === undefined ? {} : { from: timeMs(from * MINUTE) }),
    ...(to === undefined ? {} : { to: timeMs(to * MINUTE) }),
  });
const setState = (id: WindowId, state: WindowState) => valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'set-window-state', windowId: id, state } }));
const next = async (after: number | null, direction: 'next' | 'previous', state?: WindowState) =>
  (await valueOf(core.api.nextWindow({ after: after === null ? null : windowId(after), direction, state })))?.windowId ?? null;

describe('making windows', () => {
  it('cuts the series every stride bars, the last window ending within it', async () => {
    openWith(1000);
    expect(await valueOf(make(105, 50))).toEqual({ made: 18, existing: 0, firstWindowId: 1 });
    const { windows, total } = await valueOf(core.api.listWindows({ offset: 16, limit: 5 }));
    expect(total).toBe(18);
    expect(windows.map(({ startTime, endTime, length }) => [startTime / MINUTE, endTime / MINUTE, length])).toEqual([[800, 904, 105], [850, 954, 105]]);
  });

  it('leaves alone what exists, with its state', async () => {
    openWith(1000);
    await valueOf(make(100, 100));
    await setState(windowId(2), 'reviewed');
    expect(await valueOf(make(100, 50))).toEqual({ made: 9, existing: 10, firstWindowId: 11 });
    expect(await valueOf(make(100, 100))).toEqual({ made: 0, existing: 10, firstWindowId: 1 });
    expect((await valueOf(core.api.listWindows({ offset: 0, limit: 0 }))).counts).toEqual({ pending: 18, reviewed: 1, skipped: 0 });
  });

  it('keeps to the range, and counts bars, not minutes', async () => {
    openWith(200);
    await core.close();
    const db = openStore(workplace.projectPath);
    mergeBars(db, SERIES, barsAt(minutes(500, 100)));
    db.close();
    core = workplace.open();
    expect(await valueOf(make(100, 100, 150, 560))).toMatchObject({ made: 1 });
    const { windows } = await valueOf(core.api.listWindows({ offset: 0, limit: 5 }));
    expect(windows.map(({ startTime, endTime }) => [startTime / MINUTE, endTime / MINUTE])).toEqual([[150, 549]]);
    expect(await valueOf(core.api.readWindow({ windowId: windows[0].id }))).toMatchObject({ fromIndex: 150, position: 0, spans: [] });
  });

  it('chooses some of those that are not there yet', async () => {
    openWith(2000);
    await valueOf(make(100, 200));
    const choose = (take: WindowTake) => valueOf(core.api.makeWindows({ seriesId: SERIES, length: 100, stride: 100, take }));
    const starts = async () => (await valueOf(core.api.listWindows({ offset: 0, limit: 100 }))).windows.map(({ startTime }) => startTime / MINUTE);
    expect(await choose({ kind: 'random', count: 4, seed: 7 })).toMatchObject({ made: 4, existing: 0 });
    const after = await starts();
    expect(after.filter((start) => start % 200 === 100)).toHaveLength(4);
    expect(await choose({ kind: 'stratified', by: 'volatility', count: 50, seed: 7 })).toMatchObject({ made: 6, existing: 0 });
    expect(await choose({ kind: 'stratified', by: 'session', count: 3, seed: 7 })).toEqual({ made: 0, existing: 0, firstWindowId: null });
    expect(await choose({ kind: 'rule', count: 3, seed: 7 })).toEqual({ made: 0, existing: 0, firstWindowId: null });
    expect(await starts()).toEqual(Array.from({ length: 20 }, (_, n) => n * 100));
  });

  it('draws evenly by the clock of the series', async () => {
    openWith(5 * 1440);
    await valueOf(core.api.makeWindows({ seriesId: SERIES, length: 30, stride: 30, take: { kind: 'stratified', by: 'session', count: 60, seed: 1 } }));
    const { windows } = await valueOf(core.api.listWindows({ offset: 0, limit: 100 }));
    const { timeZone } = (await valueOf(core.api.listSeries({})))[0];
    const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
    const parts = Map.groupBy(windows, ({ startTime }) => Math.floor(Number(hour.format(startTime + 15 * MINUTE)) / 4));
    expect([...parts.values()].map((each) => each.length)).toEqual([10, 10, 10, 10, 10, 10]);
  });

  it('says what is missing where the range is too short', async () => {
    openWith(104);
    expect(await make(105, 1)).toMatchObject({ ok: false, error: { kind: 'not-enough-data', message: 'ABC has 104 bars in this range; a window needs 105.' } });
  });
});

describe('the queue', () => {
  it('goes on in time, wraps around once, and ends where none is left', async () => {
    openWith(500);
    await valueOf(make(100, 100));
    expect(await next(null, 'next')).toBe(1);
    expect(await next(null, 'previous')).toBe(5);
    expect(await next(5, 'next')).toBe(1);
    expect(await next(1, 'previous')).toBe(5);
    await setState(windowId(3), 'reviewed');
    expect(await next(2, 'next', 'pending')).toBe(4);
    expect(await next(4, 'next', 'reviewed')).toBe(3);
    expect(await next(1, 'next', 'skipped')).toBeNull();
  });

  it('puts windows made later into their place', async () => {
    openWith(500);
    await valueOf(make(100, 200));
    await valueOf(make(100, 100));
    const { windows } = await valueOf(core.api.listWindows({ offset: 0, limit: 10 }));
    expect(windows.map(({ startTime }) => startTime / MINUTE)).toEqual([0, 100, 200, 300, 400]);
    const positions = await Promise.all(windows.map(async ({ id }) => (await valueOf(core.api.readWindow({ windowId: id }))).position));
    expect(positions).toEqual([0, 1, 2, 3, 4]);
  });

  it('finds the window of a time, or the nearest after it', async () => {
    openWith(500);
    const at = async (minute: number) => (await valueOf(core.api.findWindowAt({ seriesId: SERIES, time: timeMs(minute * MINUTE) })))?.windowId ?? null;
    expect(await at(0)).toBeNull();
    await valueOf(make(100, 150));
    expect([await at(-5), await at(0), await at(99), await at(100), await at(150), await at(399), await at(400), await at(9999)]).toEqual([1, 1, 1, 2, 2, 3, 3, 3]);
  });

  it('pages by state, and stays quick with 20,000 windows', async () => {
    openWith(20_104);
    const made = performance.now();
    await valueOf(make(105, 1));
    expect(performance.now() - made).toBeLessThan(3000);
    await setState(windowId(10_000), 'skipped');
    const started = performance.now();
    const last = await valueOf(core.api.listWindows({ state: 'pending', offset: 19_990, limit: 50 }));
    await valueOf(core.api.readWindow({ windowId: windowId(19_999) }));
    expect(await next(20_000, 'next', 'skipped')).toBe(10_000);
    expect(performance.now() - started).toBeLessThan(500);
    expect(last).toMatchObject({ total: 19_999, counts: { pending: 19_999, reviewed: 0, skipped: 1 } });
    expect(last.windows.map(({ id }) => id)).toEqual(Array.from({ length: 9 }, (_, index) => 19_992 + index));
  });
});
