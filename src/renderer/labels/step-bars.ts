import { lastBarAtOrBefore } from '../../shared/domain/bar.ts';
import type { TimeMs } from '../../shared/domain/time.ts';

/** The opening time so many bars away, stopping at the first and the last; null: there are no bars. `times` ascend. */
export function stepBars(times: Float64Array, from: TimeMs, bars: number): TimeMs | null {
  if (times.length === 0) return null;
  const at = lastBarAtOrBefore(times, from) + bars;
  return times[Math.max(0, Math.min(times.length - 1, at))] as TimeMs;
}
