import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { BEGINS, calendarMarks, periodWithRoom, type Period } from '../../../src/shared/calendar/calendar-marks.ts';
import { ZoneClock } from '../../../src/shared/calendar/zone-clock.ts';
import { isInSession, type SessionName } from '../../../src/shared/domain/trading-session.ts';

const HOUR = 3_600_000;
/** Every one changes its clock; the last two at midnight, or by half an hour. */
const ZONES = ['America/New_York', 'Europe/London', 'Asia/Tokyo', 'Australia/Sydney', 'America/Sao_Paulo', 'Australia/Lord_Howe'];
const SESSION_OF: Readonly<Record<string, SessionName>> = { 'America/New_York': 'new-york', 'Europe/London': 'london', 'Asia/Tokyo': 'tokyo' };

/** The slow and obvious way: luxon's calendar of each bar against that of the latest day before it. */
function marksByLuxon(times: readonly number[], zone: string): Readonly<Record<Period, number[]>> {
  const at = (time: number) => DateTime.fromMillis(time, { zone });
  const found: Record<Period, number[]> = { day: [], week: [], month: [], year: [], session: [] };
  const isRegular = (time: number): boolean => SESSION_OF[zone] !== undefined && isInSession(time, SESSION_OF[zone]) && at(time).weekday <= 5;
  times.forEach((time, i) => {
    if (i === 0) return;
    const before = times.slice(0, i).map(at).reduce((a, b) => (b.toISODate()! > a.toISODate()! ? b : a));
    const now = at(time);
    const isNew = now.toISODate()! > before.toISODate()!;
    if (isNew) found.day.push(i);
    if (isNew && (now.weekNumber !== before.weekNumber || now.weekYear !== before.weekYear)) found.week.push(i);
    if (isNew && (now.month !== before.month || now.year !== before.year)) found.month.push(i);
    if (isNew && now.year !== before.year) found.year.push(i);
    if (isRegular(time) && (isNew || !isRegular(times[i - 1]))) found.session.push(i);
  });
  return found;
}

const indicesOf = (times: readonly number[], zone: string): Readonly<Record<Period, number[]>> => {
  const { index, begins } = calendarMarks(Float64Array.from(times), new ZoneClock(zone));
  const of = (period: Period): number[] => [...index].filter((_, m) => (begins[m] & BEGINS[period]) > 0);
  return { day: of('day'), week: of('week'), month: of('month'), year: of('year'), session: of('session') };
};

describe('calendarMarks', () => {
  it.each(ZONES)('agrees with luxon in %s, for bars with gaps over any days of the year', (zone) => {
    const bars = fc.record({ start: fc.integer({ min: Date.UTC(2005, 0, 1) / HOUR, max: Date.UTC(2030, 0, 1) / HOUR }), steps: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 60 }) });
    fc.assert(
      fc.property(bars, ({ start, steps }) => {
        let time = start * HOUR;
        const times = [time, ...steps.map((step) => (time += (step * HOUR) / 4))];
        expect(indicesOf(times, zone)).toEqual(marksByLuxon(times, zone));
      }),
      { numRuns: 60 },
    );
  });

  it('begins each day at midnight on the wall when the clock is changed, and regular hours at their opening', () => {
    const hours = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + (i * HOUR) / 2);
    // Sunday 10 March 2024 has 23 hours in New York, Sunday 3 November 25.
    const spring = hours(Date.UTC(2024, 2, 9, 17), 3 * 48);
    expect(indicesOf(spring, 'America/New_York').day.map((i) => new Date(spring[i]).toISOString())).toEqual(['2024-03-10T05:00:00.000Z', '2024-03-11T04:00:00.000Z', '2024-03-12T04:00:00.000Z']);
    expect(indicesOf(spring, 'America/New_York').session.map((i) => new Date(spring[i]).toISOString())).toEqual(['2024-03-11T13:30:00.000Z', '2024-03-12T13:30:00.000Z']);
    const autumn = hours(Date.UTC(2024, 10, 2, 17), 3 * 48);
    expect(indicesOf(autumn, 'America/New_York').day.map((i) => new Date(autumn[i]).toISOString())).toEqual(['2024-11-03T04:00:00.000Z', '2024-11-04T05:00:00.000Z', '2024-11-05T05:00:00.000Z']);
  });

  it('knows nothing of no bars', () => {
    expect(calendarMarks(new Float64Array(0), new ZoneClock('UTC'))).toMatchObject({ bars: 0, counts: { day: 0 } });
  });
});

describe('periodWithRoom', () => {
  const days = Float64Array.from({ length: 24 * 800 }, (_, i) => Date.UTC(2023, 0, 2) + i * HOUR);
  const marks = calendarMarks(days, new ZoneClock('UTC'));

  it('goes from days to weeks, months and years as bars become narrower, and then to nothing', () => {
    expect([4, 1, 0.2, 0.01, 0.001].map((barRoom) => periodWithRoom(marks, barRoom, 60))).toEqual(['day', 'week', 'month', 'year', null]);
  });

  it('draws no line at every bar', () => {
    const daily = calendarMarks(days.filter((_, i) => i % 24 === 0), new ZoneClock('UTC'));
    expect(periodWithRoom(daily, 100, 60)).toBe('week');
  });
});
