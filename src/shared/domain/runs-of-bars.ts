/** Both ends are included. */
export interface BarRun {
  readonly start: number;
  readonly end: number;
}

/** Every longest run of bars of which `isInside` holds, in order. */
export function runsOfBars(length: number, isInside: (t: number) => boolean): BarRun[] {
  const runs: BarRun[] = [];
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
