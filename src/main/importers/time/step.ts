/** The most frequent distance between neighbouring times, the shorter of equally frequent ones; null: there is none. */
export function usualStep(times: ArrayLike<number>): number | null {
  const counts = new Map<number, number>();
  for (let i = 1; i < times.length; i += 1) {
    const step = Math.abs(times[i] - times[i - 1]);
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  let best: number | null = null;
  let most = 0;
  for (const [step, count] of counts) {
    if (count > most || (count === most && best !== null && step < best)) [best, most] = [step, count];
  }
  return best;
}

export function shortestStep(times: ArrayLike<number>): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < times.length; i += 1) {
    const step = Math.abs(times[i] - times[i - 1]);
    if (step > 0 && step < shortest) shortest = step;
  }
  return shortest;
}
