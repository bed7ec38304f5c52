import { weekOf } from '../calendar/regular-hours.ts';
import type { ZoneClock } from '../calendar/zone-clock.ts';
import { lengthOf, type HigherTimeframe } from '../domain/higher-timeframe.ts';

const DAY_MS = 86_400_000;

/**
 * When the bar of a higher timeframe opens that holds this moment; both in UTC milliseconds. Bars begin at whole multiples of their
 * length on the wall clock of the zone, a week on Monday. Where the clock is set, a bar is shorter or longer than usual: four hours
 * stay one bar, while an hour that comes twice is two.
 */
export function bucketOpening(time: number, timeframe: HigherTimeframe, clock: ZoneClock): number {
  const offset = clock.offsetAt(time);
  const wall = wallOpening(time + offset, timeframe);
  const opening = wall - offset;
  const offsetThere = clock.offsetAt(opening);
  if (offsetThere === offset) return opening;
  // The clock was set since then, so the wall showed this earlier or later; where that never was, it jumped over it.
  const before = wall - offsetThere;
  return before <= time ? before : opening;
}

function wallOpening(wall: number, timeframe: HigherTimeframe): number {
  if (timeframe === '1w') return (weekOf(Math.floor(wall / DAY_MS)) * 7 - 3) * DAY_MS;
  const length = lengthOf(timeframe);
  return Math.floor(wall / length) * length;
}
