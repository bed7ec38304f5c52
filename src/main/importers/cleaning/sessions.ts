import type { Gap, ImportSession } from '../../../shared/contract/imports.ts';
import { lastBarAtOrBefore } from '../../../shared/domain/bar.ts';
import { timeMs } from '../../../shared/domain/time.ts';

/** The stretches between session breaks. `time`: ascending; `gaps`: its gaps in order. */
export function findSessions(time: Float64Array, gaps: readonly Gap[]): readonly ImportSession[] {
  if (time.length === 0) return [];
  const sessions: ImportSession[] = [];
  let first = 0;
  const endAt = (last: number): void => {
    sessions.push({ start: timeMs(time[first]), end: timeMs(time[last]), bars: last - first + 1 });
    first = last + 1;
  };
  for (const gap of gaps) {
    if (gap.kind === 'session-break') endAt(lastBarAtOrBefore(time, gap.after));
  }
  endAt(time.length - 1);
  return sessions;
}
