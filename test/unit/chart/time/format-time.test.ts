import { describe, expect, it } from 'vitest';
import { candleName, formatBarTime, formatTick, zoneName } from '../../../../src/renderer/chart/time/format-time.ts';
import { tickWeight } from '../../../../src/renderer/chart/time/tick-weight.ts';
import { ZoneClock } from '../../../../src/shared/calendar/zone-clock.ts';

const clock = new ZoneClock('America/New_York');
const time = Date.UTC(2024, 2, 14, 13, 30, 15);

describe('times in words', () => {
  it('shows the wall clock of the zone, with seconds only where bars are shorter than minutes', () => {
    expect(formatBarTime(time, clock, 60_000)).toBe('Thu 14 Mar 2024 09:30');
    expect(formatBarTime(time, clock, 5_000)).toBe('Thu 14 Mar 2024 09:30:15');
    expect(formatBarTime(time, clock, 86_400_000)).toBe('Thu 14 Mar 2024');
  });

  it('labels marks of the axis with what changed', () => {
    expect((['year', 'month', 'day', 'time'] as const).map((kind) => formatTick(time, kind, clock, 60_000))).toEqual(['2024', 'Mar', '14 Mar', '09:30']);
  });

  it('names zones and candles shortly', () => {
    expect(zoneName('America/New_York')).toBe('New York');
    expect(zoneName('UTC')).toBe('UTC');
    expect(candleName(60_000, 0)).toBe('1m');
    expect(candleName(300_000, 2)).toBe('5m × 64');
  });
});

it.each([
  ['2024-12-31T23:59:00Z', '2025-01-01T00:00:00Z', 70],
  ['2024-03-31T23:00:00Z', '2024-04-02T09:00:00Z', 60],
  ['2024-03-14T23:00:00Z', '2024-03-15T00:00:00Z', 50],
  ['2024-03-14T11:59:00Z', '2024-03-14T12:00:00Z', 33],
  ['2024-03-14T17:00:00Z', '2024-03-14T18:00:00Z', 32],
  ['2024-03-14T08:59:00Z', '2024-03-14T09:00:00Z', 31],
  ['2024-03-14T09:59:00Z', '2024-03-14T10:00:00Z', 30],
  ['2024-03-14T10:29:00Z', '2024-03-14T10:30:00Z', 22],
  ['2024-03-14T10:34:00Z', '2024-03-14T10:35:00Z', 21],
  ['2024-03-14T10:35:00Z', '2024-03-14T10:36:00Z', 20],
  ['2024-03-14T10:36:00Z', '2024-03-14T10:36:01Z', 10],
  ['2024-03-14T10:36:01.000Z', '2024-03-14T10:36:01.500Z', 0],
])('a mark between %s and %s weighs %i', (before, after, weight) => {
  expect(tickWeight(new Date(before), new Date(after))).toBe(weight);
});
