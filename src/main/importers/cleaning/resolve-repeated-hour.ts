/**
 * Stamps that happen twice because clocks were set back: each is taken as the earlier time, unless a row before it in the
 * file is later than that already; then the clock has struck the hour before, and it is the later time. `order`: rows from
 * old to new. Bars of an hour and more have nothing between the two: there it is the time at which the next bar is due.
 * Changes `time` in place and returns how many stamps were ambiguous.
 */
export function resolveRepeatedHour(time: Float64Array, order: Iterable<number>, laterTimes: ReadonlyMap<number, number>, timeframeMs: number): number {
  if (laterTimes.size === 0) return 0;
  let latest = Number.NEGATIVE_INFINITY;
  for (const row of order) {
    const later = laterTimes.get(row);
    const isDue = later !== undefined && later - latest === timeframeMs && time[row] - latest !== timeframeMs;
    if (later !== undefined && (latest > time[row] || isDue)) time[row] = later;
    if (time[row] > latest) latest = time[row];
  }
  return laterTimes.size;
}
