import type { TimeSpan } from '../../chart-types.ts';
import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';

/** The stretch that is not dimmed; null: no window is open. Empty where the window is nowhere among the loaded bars. */
export function windowStretch(window: TimeSpan | null, axis: BarAxis): Stretch | null {
  if (window === null) return null;
  const isBefore = axis.count > 0 && window.endTime < axis.first;
  return axis.stretchOf(window) ?? (isBefore ? { left: -1, right: -1 } : { left: axis.width + 1, right: axis.width + 1 });
}
