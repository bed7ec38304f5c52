import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGaps } from '../../../src/main/importers/cleaning/gaps.ts';
import { findSessions } from '../../../src/main/importers/cleaning/sessions.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONDAY = Date.UTC(2024, 0, 1);

/** Opening times of all minutes in [open, close) of each day that trades. */
function tradingDays(days: number, open: number, close: number, trades: (day: number) => boolean = (day) => day % 7 < 5): number[] {
  return Array.from({ length: days }, (_, day) => day)
    .filter(trades)
    .flatMap((day) => Array.from({ length: (close - open) / MINUTE }, (_, i) => MONDAY + day * DAY + open + i * MINUTE));
}
const without = (times: readonly number[], from: number, count: number): number[] => times.filter((at) => at < from || at >= from + count * MINUTE);
const kinds = (times: readonly number[], timeframeMs = MINUTE) => findGaps(Float64Array.from(times), timeframeMs).map((gap) => gap.kind);
const iso = (at: number): string => new Date(at).toISOString().slice(0, 16);

describe('findGaps', () => {
  it('finds every missing bar once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 2 }), fc.constantFrom(1000, MINUTE, HOUR), (places, timeframeMs) => {
        const sorted = places.toSorted((a, b) => a - b);
        const gaps = findGaps(Float64Array.from(sorted, (place) => place * timeframeMs), timeframeMs);
        const missing = new Set<number>();
        for (let place = sorted[0]; place < sorted[sorted.length - 1]; place += 1) if (!places.includes(place)) missing.add(place);
        const found = gaps.flatMap((gap) => Array.from({ length: gap.missing }, (_, i) => gap.after / timeframeMs + 1 + i));
        expect(found).toEqual([...missing]);
        for (const gap of gaps) expect(gap.before - gap.after).toBe((gap.missing + 1) * timeframeMs);
      }),
    );
  });

  it('calls nights and weekends session breaks, and minutes within a day missing', () => {
    const times = tradingDays(14, 14 * HOUR + 30 * MINUTE, 21 * HOUR);
    expect(new Set(kinds(times))).toEqual(new Set(['session-break']));
    expect(kinds(times)).toHaveLength(9);
    const lost = MONDAY + DAY + 16 * HOUR;
    const gaps = findGaps(Float64Array.from(without(times, lost, 40)), MINUTE);
    expect(gaps.filter((gap) => gap.kind === 'missing').map((gap) => [iso(gap.after), gap.missing])).toEqual([['2024-01-02T15:59', 40]]);
  });

  it('knows the weekend of a market that trades around the clock from Sunday to Friday', () => {
    const open = (day: number): boolean => day % 7 !== 5;
    const times = tradingDays(12, 0, DAY, open).filter((at) => {
      const hour = ((at - MONDAY) % (7 * DAY)) / HOUR;
      return hour < 4 * 24 + 22 || hour >= 6 * 24 + 22;
    });
    expect(kinds(times)).toEqual(['session-break']);
  });

  it('calls nothing a break where the market never closes', () => {
    const times = without(tradingDays(10, 0, DAY, () => true), MONDAY + 5 * DAY, 12 * 60);
    expect(kinds(times)).toEqual(['missing']);
  });

  it('knows the hour of rest of each day through both changes of the clocks', () => {
    const clock = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', weekday: 'short', hour: 'numeric', hourCycle: 'h23' });
    const isOpen = (at: number): boolean => {
      const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
      const hour = Number(parts['hour']);
      if (parts['weekday'] === 'Sat' || (parts['weekday'] === 'Sun' && hour < 18)) return false;
      return hour !== 17 && !(parts['weekday'] === 'Fri' && hour > 17);
    };
    const [start, bar] = [Date.UTC(2023, 0, 9), 15 * MINUTE];
    const times = Array.from({ length: 45 * 7 * 96 }, (_, i) => start + i * bar).filter(isOpen);
    const lost = times.indexOf(Date.UTC(2023, 5, 14, 15));
    const gaps = findGaps(Float64Array.from(times.toSpliced(lost, 6)), bar);
    expect(gaps.filter((gap) => gap.kind === 'missing').map((gap) => [iso(gap.after), gap.missing])).toEqual([['2023-06-14T14:45', 6]]);
    expect(gaps).toHaveLength(45 * 5 + 1);
  });

  it('calls a holiday week missing', () => {
    const times = tradingDays(21, 14 * HOUR, 21 * HOUR, (day) => day % 7 < 5 && !(day >= 7 && day < 12));
    expect(kinds(times).filter((kind) => kind === 'missing')).toHaveLength(1);
  });

  it('calls the weekend of daily bars a break, and a lost Wednesday missing', () => {
    const days = [0, 1, 3, 4, 7, 8, 9].map((day) => MONDAY + day * DAY);
    expect(kinds(days, DAY)).toEqual(['missing', 'session-break']);
  });

  it('keeps to nights whose end moves by an hour in spring', () => {
    const winter = tradingDays(12, 14 * HOUR + 30 * MINUTE, 21 * HOUR);
    const summer = tradingDays(26, 13 * HOUR + 30 * MINUTE, 20 * HOUR).filter((at) => at >= MONDAY + 14 * DAY);
    expect(new Set(kinds([...winter, ...summer]))).toEqual(new Set(['session-break']));
  });
});

describe('findSessions', () => {
  it('are the stretches between session breaks and hold every bar', () => {
    const times = Float64Array.from(without(tradingDays(7, 9 * HOUR, 17 * HOUR), MONDAY + 12 * HOUR, 5));
    const sessions = findSessions(times, findGaps(times, MINUTE));
    expect(sessions.map(({ start, end, bars }) => [iso(start), iso(end), bars])).toEqual([
      ['2024-01-01T09:00', '2024-01-01T16:59', 475],
      ['2024-01-02T09:00', '2024-01-02T16:59', 480],
      ['2024-01-03T09:00', '2024-01-03T16:59', 480],
      ['2024-01-04T09:00', '2024-01-04T16:59', 480],
      ['2024-01-05T09:00', '2024-01-05T16:59', 480],
    ]);
    expect(findSessions(new Float64Array(0), [])).toEqual([]);
  });
});
