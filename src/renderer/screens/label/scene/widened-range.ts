import type { TimeMs } from '../../../../shared/domain/time.ts';
import type { TimeRange } from '../../../labels/span-edges.ts';

/** Past this many times the width of the view a loaded range is worth shrinking. */
const TOO_WIDE = 12;

/** The loaded range while it serves the view; else the view with its own width added on either side. */
export function widenedRange(view: TimeRange, loaded: TimeRange | null): TimeRange {
  const width = Math.max(1, view.endTime - view.startTime);
  const serves =
    loaded !== null &&
    loaded.startTime <= view.startTime &&
    loaded.endTime >= view.endTime &&
    loaded.endTime - loaded.startTime <= width * TOO_WIDE;
  if (serves) return loaded;
  return { startTime: (view.startTime - width) as TimeMs, endTime: (view.endTime + width) as TimeMs };
}
