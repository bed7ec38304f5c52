/** Knows the hours in which a series never trades, from the bars alone. */
export interface SessionClock {
  /** Whether the time between two neighbouring bars is a break that recurs: a night or a weekend. */
  isBreak(after: number, before: number): boolean;
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const SLOT = 900_000;
/** A slot of the day is closed when bars fall into it on at most this share of the days. */
const CLOSED_SHARE = 0.1;
/** A pause recurs when it is seen on so many days. */
const FEWEST_DAYS = 2;
/** Of a break, at least so much lies in closed slots. Less than all, because daylight saving moves its ends by an hour. */
const BREAK_SHARE = 0.5;
/** A weekend with a holiday beside it; whatever is longer is missing. */
const LONGEST_BREAK = 4 * DAY;

export function makeSessionClock(time: Float64Array, timeframeMs: number): SessionClock {
  const slotMs = Math.min(DAY, Math.max(SLOT, timeframeMs));
  const isClosed = findClosedSlots(time, slotMs);
  const restsOnSaturday = !time.some(isSaturdayAfternoon);
  const recurs = findRecurringPauses(time, timeframeMs, slotMs);

  return {
    isBreak: (after, before) => {
      const start = after + timeframeMs;
      if (before - start > LONGEST_BREAK) return false;
      if (restsOnSaturday && holdsSaturdayNoon(start, before)) return true;
      if (recurs(start, before)) return true;
      const first = Math.ceil(start / slotMs);
      const slots = Math.floor(before / slotMs) - first;
      let closed = 0;
      for (let slot = first; slot < first + slots; slot += 1) closed += Number(isClosed(slot * slotMs));
      return slots > 0 && closed >= BREAK_SHARE * slots;
    },
  };
}

/** Tells of a time whether it lies in a slot of the day in which bars are rare. */
function findClosedSlots(time: Float64Array, slotMs: number): (at: number) => boolean {
  const daysWithBars = new Int32Array(Math.ceil(DAY / slotMs));
  const slotOf = (at: number): number => Math.floor((((at % DAY) + DAY) % DAY) / slotMs);
  let days = 0;
  let lastDay = Number.NaN;
  let lastSlot = Number.NaN;
  for (const at of time) {
    const day = Math.floor(at / DAY);
    const slot = slotOf(at);
    if (day !== lastDay) days += 1;
    if (day !== lastDay || slot !== lastSlot) daysWithBars[slot] += 1;
    [lastDay, lastSlot] = [day, slot];
  }
  return (at) => days >= FEWEST_DAYS && daysWithBars[slotOf(at)] <= CLOSED_SHARE * days;
}

/** A pause at the same time of day recurs when it is seen on so many other days of the week before and the week after. */
const RECURRENCES = 3;
const NEIGHBOUR_DAYS = 7;

/**
 * Tells of a pause whether days nearby have it, too. The hour that a market rests each day lies an hour apart in summer and
 * winter, so that over a year no slot of the day is closed throughout.
 */
function findRecurringPauses(time: Float64Array, timeframeMs: number, slotMs: number): (start: number, end: number) => boolean {
  const daysOf = new Map<string, Set<number>>();
  const dayOf = (start: number): number => Math.floor(start / DAY);
  const placeInDay = (start: number, end: number): string => {
    const [first, last] = [Math.ceil(start / slotMs), Math.floor(end / slotMs)];
    return last > first && end - start < DAY ? `${first - (dayOf(start) * DAY) / slotMs} ${last - first}` : '';
  };
  for (let i = 1; i < time.length; i += 1) {
    const start = time[i - 1] + timeframeMs;
    const place = time[i] - start < slotMs ? '' : placeInDay(start, time[i]);
    if (place !== '') daysOf.set(place, (daysOf.get(place) ?? new Set()).add(dayOf(start)));
  }
  return (start, end) => {
    const days = daysOf.get(placeInDay(start, end));
    if (days === undefined) return false;
    let near = 0;
    for (let away = 1; away <= NEIGHBOUR_DAYS; away += 1) near += Number(days.has(dayOf(start) - away)) + Number(days.has(dayOf(start) + away));
    return near >= RECURRENCES;
  };
}

// 1970-01-01 was a Thursday. Friday evening in America is Saturday morning in UTC: the afternoon tells a weekend everywhere.
const SATURDAY_NOON = 2.5 * DAY;
const sinceSaturdayNoon = (at: number): number => (((at - SATURDAY_NOON) % WEEK) + WEEK) % WEEK;
const isSaturdayAfternoon = (at: number): boolean => sinceSaturdayNoon(at) < DAY / 2;
const holdsSaturdayNoon = (start: number, end: number): boolean => sinceSaturdayNoon(end) < end - start;
