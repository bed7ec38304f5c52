import type { Segment } from '../match-spans.ts';

/** Every longest run of bars of which `isInside` holds, in order. */
export function runsOfBars(length: number, isInside: (t: number) => boolean): Segment[] {
  const runs: Segment[] = [];
  let start = -1;
  for (let t = 0; t <= length; t++) {
    const inside = t < length && isInside(t);
    if (inside && start < 0) start = t;
    if (inside || start < 0) continue;
    runs.push({ start, end: t - 1 });
    start = -1;
  }
  return runs;
}
