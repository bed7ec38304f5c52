/** Longer than that between two windows is a pause. */
const PAUSE_MS = 5 * 60_000;
const FEWEST = 3;
const RECENT = 30;

/** Seconds from one finished window to the next: the middle one of the latest, pauses left out. times: ascending, ms. null: too few to tell. */
export function secondsPerWindow(times: readonly number[]): number | null {
  const gaps = times
    .slice(1)
    .map((time, n) => time - times[n])
    .filter((gap) => gap <= PAUSE_MS)
    .slice(-RECENT)
    .toSorted((a, b) => a - b);
  if (gaps.length < FEWEST) return null;
  const middle = Math.floor(gaps.length / 2);
  return (gaps.length % 2 === 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2) / 1000;
}
