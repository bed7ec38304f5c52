/**
 * Stamps that happen twice because clocks were set back: each is taken as the earlier time, unless a row before it in the
 * file is later than that already; then the clock has struck the hour before, and it is the later time. `order`: rows from
 * old to new. Changes `time` in place and returns how many stamps were ambiguous.
 */
export function resolveRepeatedHour(time: Float64Array, order: Iterable<number>, laterTimes: ReadonlyMap<number, number>): number {
  if (laterTimes.size === 0) return 0;
  let latest = Number.NEGATIVE_INFINITY;
  for (const row of order) {
    const later = laterTimes.get(row);
    if (later !== undefined && latest > time[row]) time[row] = later;
    if (time[row] > latest) latest = time[row];
  }
  return laterTimes.size;
}
