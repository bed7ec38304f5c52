import { DAY_MS, regularHours, weekOf } from './regular-hours.ts';
import type { ZoneClock } from './zone-clock.ts';

/** What begins at a bar; several at once where a month begins on a Monday. */
export const BEGINS = { day: 1, week: 2, month: 4, year: 8, session: 16 } as const;
export type Period = keyof typeof BEGINS;

/** The bars at which something begins, ascending: none between two of them. */
export interface CalendarMarks {
  /** [m]: which bar. */
  readonly index: Int32Array;
  /** [m]: sum of BEGINS. */
  readonly begins: Uint8Array;
  /** How often each begins. */
  readonly counts: Readonly<Record<Period, number>>;
  /** [n] */
  readonly bars: number;
}

/**
 * Finds the first bar of each day, week (from Monday), month and year on the wall clock of a zone, and the first of each day that
 * opens in its regular hours. times: [n], ascending. The first of all bars begins nothing, since nothing is known of the bar before
 * it; an hour that is repeated begins no day twice. O(n).
 */
export function calendarMarks(times: Float64Array, clock: ZoneClock): CalendarMarks {
  const isRegular = regularHours(clock.timeZone) ?? (() => false);
  const found: { readonly index: number; readonly begins: number }[] = [];
  let day = -Infinity;
  let wasRegular = false;
  for (let i = 0; i < times.length; i++) {
    const wall = times[i] + clock.offsetAt(times[i]);
    const today = Math.floor(wall / DAY_MS);
    const isNewDay = today > day;
    const regular = isRegular(wall);
    const begins = (isNewDay ? periodsBetween(day, today) : 0) | (regular && (isNewDay || !wasRegular) ? BEGINS.session : 0);
    if (begins > 0 && i > 0) found.push({ index: i, begins });
    day = Math.max(day, today);
    wasRegular = regular;
  }
  return toMarks(found, times.length);
}

function periodsBetween(before: number, day: number): number {
  const [from, to] = [new Date(before * DAY_MS), new Date(day * DAY_MS)];
  const isNewYear = from.getUTCFullYear() !== to.getUTCFullYear();
  return (
    BEGINS.day |
    (weekOf(before) === weekOf(day) ? 0 : BEGINS.week) |
    (isNewYear || from.getUTCMonth() !== to.getUTCMonth() ? BEGINS.month : 0) |
    (isNewYear ? BEGINS.year : 0)
  );
}

function toMarks(found: readonly { readonly index: number; readonly begins: number }[], bars: number): CalendarMarks {
  const count = (period: Period): number => found.reduce((sum, { begins }) => sum + (begins & BEGINS[period] ? 1 : 0), 0);
  return {
    index: Int32Array.from(found, ({ index }) => index),
    begins: Uint8Array.from(found, ({ begins }) => begins),
    counts: { day: count('day'), week: count('week'), month: count('month'), year: count('year'), session: count('session') },
    bars,
  };
}

const PERIODS = ['day', 'week', 'month', 'year'] as const;
/** With fewer bars to a period a line at each would say nothing. */
const FEWEST_BARS = 4;

/** The shortest period of which one has `room` or more on average where a bar has `barRoom`; null: none has. */
export function periodWithRoom(marks: CalendarMarks, barRoom: number, room: number): (typeof PERIODS)[number] | null {
  const barsOf = (period: Period): number => marks.bars / marks.counts[period];
  return PERIODS.find((period) => barsOf(period) >= FEWEST_BARS && barsOf(period) * barRoom >= room) ?? null;
}
