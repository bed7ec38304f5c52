import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZoneClock } from '../../../src/shared/calendar/zone-clock.ts';
import { BAR_COLUMN_NAMES, makeBarColumns, viewBars, type BarColumns } from '../../../src/shared/domain/bar.ts';
import { HIGHER_TIMEFRAMES, timeframesAbove, type HigherTimeframe } from '../../../src/shared/domain/higher-timeframe.ts';
import { bucketOpening } from '../../../src/shared/higher/bucket-opening.ts';
import { joinMerged, mergeByClock } from '../../../src/shared/higher/merge-by-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Each with the moments at which its clock is set in 2024, and one day on which it is not; the last has none and half hours. */
const ZONES = {
  'America/New_York': [Date.UTC(2024, 2, 10, 7), Date.UTC(2024, 10, 3, 6), Date.UTC(2024, 6, 1, 4)],
  'Europe/London': [Date.UTC(2024, 2, 31, 1), Date.UTC(2024, 9, 27, 1)],
  // At midnight, so that a day begins at one o'clock.
  'Africa/Cairo': [Date.UTC(2024, 3, 25, 22), Date.UTC(2024, 9, 31, 21)],
  // By half an hour.
  'Australia/Lord_Howe': [Date.UTC(2024, 3, 6, 15), Date.UTC(2024, 9, 5, 15, 30)],
  'Asia/Kolkata': [Date.UTC(2024, 0, 1)],
} as const;
type Zone = keyof typeof ZONES;

const formats = new Map<Zone, Intl.DateTimeFormat>();

/** What the wall shows, asked of the platform for this very moment. */
function wallOf(time: number, zone: Zone) {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', timeZoneName: 'longOffset' });
  formats.set(zone, format);
  return Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value])) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'timeZoneName', string>;
}

/** A text that two moments near each other share exactly where one bar holds both. */
function bucketName(time: number, timeframe: Exclude<HigherTimeframe, '1w'>, zone: Zone): string {
  const { year, month, day, hour, minute, timeZoneName } = wallOf(time, zone);
  const date = `${year}-${month}-${day}`;
  if (timeframe === '1d') return date;
  if (timeframe === '4h') return `${date} ${Math.floor(Number(hour) / 4)}`;
  // What lasts no longer than the clock is set back by comes twice.
  if (timeframe === '1h') return zone === 'Australia/Lord_Howe' ? `${date} ${hour}` : `${date} ${hour} ${timeZoneName}`;
  const length = Number.parseInt(timeframe, 10);
  return `${date} ${hour} ${Math.floor(Number(minute) / length)} ${timeZoneName}`;
}

/** The slow way: back minute by minute to the first moment with the same name. */
function slowOpening(time: number, timeframe: Exclude<HigherTimeframe, '1w'>, zone: Zone): number {
  const name = bucketName(time, timeframe, zone);
  let opening = Math.floor(time / MINUTE) * MINUTE;
  while (bucketName(opening - MINUTE, timeframe, zone) === name) opening -= MINUTE;
  return opening;
}

function slowMerge(bars: BarColumns, timeframe: Exclude<HigherTimeframe, '1w'>, zone: Zone) {
  const buckets = new Map<number, number[]>();
  bars.time.forEach((time, i) => {
    const opening = slowOpening(time, timeframe, zone);
    buckets.set(opening, [...(buckets.get(opening) ?? []), i]);
  });
  return [...buckets].map(([time, members]) => {
    const of = (name: keyof BarColumns) => members.map((i) => bars[name][i]);
    const volumes = of('volume').filter((volume) => !Number.isNaN(volume));
    return {
      time,
      open: of('open')[0],
      high: Math.max(...of('high')),
      low: Math.min(...of('low')),
      close: of('close').at(-1),
      volume: volumes.length === 0 ? Number.NaN : volumes.reduce((a, b) => a + b),
    };
  });
}

const rowsOf = (bars: BarColumns) => Array.from(bars.time, (_, i) => Object.fromEntries(BAR_COLUMN_NAMES.map((name) => [name, bars[name][i]])));

/** Whole minutes with gaps and whole volumes, around a moment at which something happens to the clock. */
const barsNear = (around: number, steps: readonly number[], prices: readonly number[]): BarColumns => {
  const bars = makeBarColumns(steps.length);
  let time = around - Math.floor(steps.reduce((a, b) => a + b, 0) / 2) * MINUTE;
  steps.forEach((step, i) => {
    time += step * MINUTE;
    const price = prices[i % prices.length];
    bars.time[i] = time;
    bars.open[i] = price;
    bars.high[i] = price + (i % 5);
    bars.low[i] = price - (i % 3);
    bars.close[i] = price + ((i % 4) - 1) / 2;
    bars.volume[i] = i % 7 === 3 ? Number.NaN : i % 11;
  });
  return bars;
};

const step = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(1, 5) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 90 }) }, { weight: 1, arbitrary: fc.integer({ min: 300, max: 3000 }) });
const anything = fc.record({
  zone: fc.constantFrom(...(Object.keys(ZONES) as Zone[])),
  which: fc.nat(2),
  steps: fc.array(step, { minLength: 1, maxLength: 60 }),
  prices: fc.array(fc.integer({ min: 50, max: 150 }), { minLength: 1, maxLength: 9 }),
  cut: fc.double({ min: 0, max: 1, noNaN: true }),
});
type Anything = typeof anything extends fc.Arbitrary<infer T> ? T : never;
const barsOf = ({ zone, which, steps, prices }: Anything) => barsNear(ZONES[zone][which % ZONES[zone].length], steps, prices);

describe('bars merged by the clock of the exchange', () => {
  for (const timeframe of ['5m', '15m', '30m', '1h', '4h', '1d'] as const) {
    it(`are what one finds minute by minute: ${timeframe}`, () => {
      fc.assert(
        fc.property(anything, (given) => {
          const bars = barsOf(given);
          expect(rowsOf(mergeByClock(bars, timeframe, new ZoneClock(given.zone)))).toEqual(slowMerge(bars, timeframe, given.zone));
        }),
        { numRuns: 40 },
      );
    });
  }

  it('are the same when the bars come in two stretches, wherever they are cut', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...HIGHER_TIMEFRAMES), (given, timeframe) => {
        const bars = barsOf(given);
        const clock = new ZoneClock(given.zone);
        const cut = Math.round(given.cut * bars.time.length);
        const parts = [viewBars(bars, 0, cut), viewBars(bars, cut, bars.time.length)].map((part) => mergeByClock(part, timeframe, clock));
        expect(rowsOf(joinMerged(parts[0], parts[1]))).toEqual(rowsOf(mergeByClock(bars, timeframe, clock)));
      }),
    );
  });

  it('open at a time that they hold themselves', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...HIGHER_TIMEFRAMES), (given, timeframe) => {
        const clock = new ZoneClock(given.zone);
        for (const time of barsOf(given).time) {
          const opening = bucketOpening(time, timeframe, clock);
          expect(opening).toBeLessThanOrEqual(time);
          expect(bucketOpening(opening, timeframe, clock)).toBe(opening);
        }
      }),
    );
  });

  const openings = (zone: Zone, timeframe: HigherTimeframe, from: number, hours: number) => {
    const times = Array.from({ length: hours * 4 }, (_, i) => from + i * 15 * MINUTE);
    const bars = { ...makeBarColumns(times.length), time: Float64Array.from(times) };
    return Array.from(mergeByClock(bars, timeframe, new ZoneClock(zone)).time, (time) => new Date(time).toISOString().slice(5, 16));
  };

  it('are days of 23 and 25 hours where the clock is set', () => {
    expect(openings('America/New_York', '1d', Date.UTC(2024, 2, 9, 5), 71)).toEqual(['03-09T05:00', '03-10T05:00', '03-11T04:00']);
    expect(openings('America/New_York', '1d', Date.UTC(2024, 10, 2, 4), 73)).toEqual(['11-02T04:00', '11-03T04:00', '11-04T05:00']);
    expect(openings('Africa/Cairo', '1d', Date.UTC(2024, 3, 24, 22), 48)).toEqual(['04-24T22:00', '04-25T22:00', '04-26T21:00']);
  });

  it('are two for an hour that comes twice, and one for the four hours around it', () => {
    expect(openings('America/New_York', '1h', Date.UTC(2024, 10, 3, 4), 4)).toEqual(['11-03T04:00', '11-03T05:00', '11-03T06:00', '11-03T07:00']);
    expect(openings('America/New_York', '4h', Date.UTC(2024, 10, 3, 4), 9)).toEqual(['11-03T04:00', '11-03T09:00']);
    expect(openings('America/New_York', '4h', Date.UTC(2024, 2, 10, 5), 7)).toEqual(['03-10T05:00', '03-10T08:00']);
  });

  it('are weeks from Monday', () => {
    expect(openings('America/New_York', '1w', Date.UTC(2024, 2, 8, 5), 24 * 6)).toEqual(['03-04T05:00', '03-11T04:00']);
  });

  it('are none where there are no bars', () => {
    const bars = { ...makeBarColumns(2), time: Float64Array.of(0, 3 * HOUR) };
    expect([...mergeByClock(bars, '1h', new ZoneClock('UTC')).time]).toEqual([0, 3 * HOUR]);
    expect(mergeByClock(makeBarColumns(0), '1h', new ZoneClock('UTC')).time).toHaveLength(0);
  });
});

describe('the timeframes above that of a series', () => {
  it('are coarser, and made of whole bars', () => {
    expect(timeframesAbove(MINUTE)).toEqual(['5m', '15m', '30m', '1h', '4h', '1d', '1w']);
    expect(timeframesAbove(10 * MINUTE)).toEqual(['30m', '1h', '4h', '1d', '1w']);
    expect(timeframesAbove(HOUR)).toEqual(['4h', '1d', '1w']);
    expect(timeframesAbove(DAY)).toEqual(['1w']);
    expect(timeframesAbove(7 * MINUTE)).toEqual([]);
    expect(timeframesAbove(7 * DAY)).toEqual([]);
  });
});
