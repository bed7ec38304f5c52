const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const HOUR_WEIGHT = 30;

/** Weights are the ones of lightweight-charts' own time scale: its labels and their spacing are built on them. */
const INTRADAY = [
  { every: 12 * HOUR, weight: 33 },
  { every: 6 * HOUR, weight: 32 },
  { every: 3 * HOUR, weight: 31 },
  { every: HOUR, weight: HOUR_WEIGHT },
  { every: 30 * MINUTE, weight: 22 },
  { every: 5 * MINUTE, weight: 21 },
  { every: MINUTE, weight: 20 },
  { every: SECOND, weight: 10 },
] as const;

const DAY_WEIGHT = 50;
const MONTH_WEIGHT = 60;
const YEAR_WEIGHT = 70;

/** How great a mark on the time axis is that stands between two bars, by their times on the wall. */
export function tickWeight(previous: Date, current: Date): number {
  if (current.getUTCFullYear() !== previous.getUTCFullYear()) return YEAR_WEIGHT;
  if (current.getUTCMonth() !== previous.getUTCMonth()) return MONTH_WEIGHT;
  if (current.getUTCDate() !== previous.getUTCDate()) return DAY_WEIGHT;
  // The clock was set back: the hour begins a second time.
  if (current <= previous) return HOUR_WEIGHT;
  const crossed = INTRADAY.find(({ every }) => Math.floor(previous.getTime() / every) !== Math.floor(current.getTime() / every));
  return crossed?.weight ?? 0;
}
