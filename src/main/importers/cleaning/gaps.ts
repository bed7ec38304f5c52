import type { Gap } from '../../../shared/contract/imports.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import { makeSessionClock } from './session-clock.ts';

/** Every place where bars of the timeframe are missing between two that exist. `time`: ascending. */
export function findGaps(time: Float64Array, timeframeMs: number): readonly Gap[] {
  const clock = makeSessionClock(time, timeframeMs);
  const gaps: Gap[] = [];
  for (let i = 1; i < time.length; i += 1) {
    const missing = Math.round((time[i] - time[i - 1]) / timeframeMs) - 1;
    if (missing < 1) continue;
    const kind = clock.isBreak(time[i - 1], time[i]) ? 'session-break' : 'missing';
    gaps.push({ after: timeMs(time[i - 1]), before: timeMs(time[i]), missing, kind });
  }
  return gaps;
}
