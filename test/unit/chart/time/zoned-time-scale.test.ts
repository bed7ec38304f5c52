import { expect, it } from 'vitest';
import type { Mutable, TimeScalePoint } from 'lightweight-charts';
import { ZoneClock } from '../../../../src/shared/calendar/zone-clock.ts';
import { zonedTimeScale } from '../../../../src/renderer/chart/time/zoned-time-scale.ts';

const HOUR = 3_600;
const point = (seconds: number): Mutable<TimeScalePoint> => ({ timeWeight: -1 as never, time: {} as never, originalTime: seconds });

function weights(zone: string, first: number, count: number): number[] {
  const points = Array.from({ length: count }, (_, i) => point(first + i * HOUR));
  zonedTimeScale(new ZoneClock(zone)).fillWeightsForPoints(points, 0);
  return points.map(({ timeWeight }) => timeWeight);
}

it('puts the mark of a day at midnight on the wall, not at midnight UTC', () => {
  const first = Date.UTC(2024, 6, 4, 22) / 1000;
  expect(weights('America/New_York', first, 8)).toEqual([0, 30, 30, 31, 30, 30, 50, 30]);
  expect(weights('UTC', first, 4)).toEqual([0, 30, 50, 30]);
});

it('marks both hours of the repeated one in autumn', () => {
  const first = Date.UTC(2024, 10, 3, 4) / 1000;
  const found = weights('America/New_York', first, 5);
  expect(found.every((weight, i) => i === 0 || weight >= 30)).toBe(true);
});

it('goes on from points that are known already', () => {
  const points = [point(0), point(HOUR), point(24 * HOUR)];
  zonedTimeScale(new ZoneClock('UTC')).fillWeightsForPoints(points, 2);
  expect(points.map(({ timeWeight }) => timeWeight)).toEqual([-1, -1, 50]);
});
