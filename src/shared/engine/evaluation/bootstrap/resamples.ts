import type { Resampling } from '../../../domain/evaluation.ts';

/** Which windows belong together, and how often each resample drew each group. */
export interface Resamples extends Resampling {
  /** [windows], number of the window's group. */
  readonly groupOf: Int32Array;
  /** [resamples, groups] */
  readonly counts: Uint16Array;
}

/** How many resamples an interval is made of. */
export const RESAMPLES = 1000;

/**
 * Resamples of whole trading days with replacement, as many days in each as there are, because bars and windows of one day are
 * no independent witnesses; of windows where they are all of one day. Source: B. Efron, R. Tibshirani, An Introduction to
 * the Bootstrap, 1993. days: of each window, in any notation. `uniform`: i-th random number of a stream, in [0, 1).
 */
export function drawResamples(days: readonly string[], seed: number, uniform: (i: number) => number, resamples = RESAMPLES): Resamples {
  const known = new Map<string, number>();
  const ofDays = Int32Array.from(days, (day) => known.get(day) ?? (known.set(day, known.size), known.size - 1));
  const by = known.size > 1 ? 'day' : 'window';
  const groups = by === 'day' ? known.size : days.length;
  const groupOf = by === 'day' ? ofDays : Int32Array.from(days, (_, n) => n);
  const counts = new Uint16Array(resamples * groups);
  for (let i = 0; i < counts.length; i++) counts[Math.floor(i / groups) * groups + Math.floor(uniform(i) * groups)]++;
  return { by, groups, resamples, seed, groupOf, counts };
}
