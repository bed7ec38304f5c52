import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core/core.ts';
import { createStore } from '../../../src/main/store/open-store.ts';
import { mergeBars } from '../../../src/main/store/queries/bars.ts';
import { findOrCreateSeries } from '../../../src/main/store/queries/series.ts';
import { ZoneClock } from '../../../src/shared/calendar/zone-clock.ts';
import { BAR_COLUMN_NAMES, lastBarAtOrBefore, viewBars, type BarColumns } from '../../../src/shared/domain/bar.ts';
import type { HigherTimeframe } from '../../../src/shared/domain/higher-timeframe.ts';
import { seriesId, type SeriesId } from '../../../src/shared/domain/ids.ts';
import { timeMs, type TimeMs } from '../../../src/shared/domain/time.ts';
import { bucketOpening } from '../../../src/shared/higher/bucket-opening.ts';
import { mergeByClock } from '../../../src/shared/higher/merge-by-clock.ts';
import { barsAt, MINUTE } from '../../unit/store/fixtures.ts';
import { makeWorkplace, valueOf, type Workplace } from './test-core.ts';

const ZONE = 'America/New_York';
const clock = new ZoneClock(ZONE);
/** Thirty days of six and a half hours from 9:30 in New York, over the Sunday in March on which the clock is set. */
const bars = barsAt(
  Array.from({ length: 30 }, (_, day) => {
    const midnight = bucketOpening(Date.UTC(2024, 1, 26, 17) + day * 86_400_000, '1d', clock);
    return Array.from({ length: 390 }, (__, minute) => midnight + (570 + minute) * MINUTE);
  }).flat(),
);
const last = bars.time.length - 1;

let workplace: Workplace;
let core: Core;
let id: SeriesId;
let hourly: SeriesId;

beforeAll(() => {
  workplace = makeWorkplace();
  const db = createStore(workplace.projectPath);
  id = findOrCreateSeries(db, { symbol: 'ABC', timeframeMs: MINUTE, origin: '', timeZone: ZONE, priceDecimals: 2, hasVolume: true }).id;
  mergeBars(db, id, bars);
  hourly = findOrCreateSeries(db, { symbol: 'ABC', timeframeMs: 60 * MINUTE, origin: '', timeZone: ZONE, priceDecimals: 2, hasVolume: true }).id;
  db.close();
  core = workplace.open();
});
afterAll(async () => {
  await core.close();
  workplace.remove();
});

const rowsOf = (columns: BarColumns) => Array.from(columns.time, (_, i) => Object.fromEntries(BAR_COLUMN_NAMES.map((name) => [name, columns[name][i]])));
const timeOf = (index: number): TimeMs => timeMs(bars.time[index]);
const read = (timeframe: HigherTimeframe, time: TimeMs, before: number, after: number) => valueOf(core.api.readHigherBars({ seriesId: id, timeframe, time, before, after }));

describe('bars of a higher timeframe', () => {
  it('are those of the whole series around a time, whole ones only', async () => {
    for (const timeframe of ['5m', '1h', '4h', '1d', '1w'] as const) {
      const whole = mergeByClock(bars, timeframe, clock);
      for (const index of [0, 1, 4095, 4096, 5000, 8192, last]) {
        const at = lastBarAtOrBefore(whole.time, bars.time[index]);
        const answer = await read(timeframe, timeOf(index), 3, 4);
        expect(rowsOf(answer.bars)).toEqual(rowsOf(viewBars(whole, Math.max(0, at - 3), Math.min(whole.time.length, at + 5))));
        expect([answer.reachesStart, answer.reachesEnd]).toEqual([at <= 3, at + 5 >= whole.time.length]);
      }
    }
  });

  it('are there for times in a gap, before the first bar and after the last', async () => {
    const days = mergeByClock(bars, '1d', clock);
    expect((await read('1d', timeMs(days.time[3] + 20 * 3_600_000), 0, 0)).bars.time[0]).toBe(days.time[3]);
    expect((await read('1d', timeMs(0), 0, 0)).bars.time[0]).toBe(days.time[0]);
    expect((await read('1d', timeMs(bars.time[last] * 2), 0, 0)).bars.time[0]).toBe(days.time[29]);
  });

  it('are days on the clock of the exchange, also when it was set', async () => {
    const { bars: days } = await read('1d', timeOf(0), 0, 29);
    expect(Array.from(days.time, (time) => clock.local(time).getUTCHours())).toEqual(Array(30).fill(0));
    expect(days.time[14] - days.time[13]).toBe(23 * 3_600_000);
  });

  it('are refused where they cannot be made', async () => {
    const ask = (changes: object) => core.api.readHigherBars({ seriesId: id, timeframe: '1h', time: timeOf(0), before: 1, after: 1, ...changes });
    expect(await ask({ seriesId: seriesId(99) })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    for (const wrong of [{ timeframe: '1m' }, { timeframe: '2h' }, { before: -1 }, { after: 1001 }, { time: 0.5 }, { more: 1 }]) {
      expect(await ask(wrong)).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    }
    expect(await core.api.readHigherBars({ seriesId: hourly, timeframe: '1h', time: timeMs(0), before: 1, after: 1 })).toMatchObject({ ok: false, error: { kind: 'invalid-input', nextStep: 'Choose one of 4h, 1d, 1w.' } });
  });
});

describe('the bar that is still forming', () => {
  it('is what was known when a bar closed', async () => {
    for (const timeframe of ['5m', '1h', '1d', '1w'] as const) {
      for (const index of [0, 7, 389, 390, 4100]) {
        const known = mergeByClock(viewBars(bars, 0, index + 1), timeframe, clock);
        const forming = await valueOf(core.api.readFormingBar({ seriesId: id, timeframe, time: timeOf(index) }));
        expect(rowsOf(forming!)).toEqual(rowsOf(viewBars(known, known.time.length - 1, known.time.length)));
      }
    }
  });

  it('is none before the first bar of its time', async () => {
    expect(await valueOf(core.api.readFormingBar({ seriesId: id, timeframe: '1d', time: timeMs(bars.time[0] - 1) }))).toBeNull();
  });
});
