import type { TimeSpan } from '../../chart-types.ts';
import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';

/** The loaded bars that open within the stretch of time, both ends included; null: there are none. */
export function linkedStretch(stretch: TimeSpan | null, axis: BarAxis): Stretch | null {
  if (stretch === null) return null;
  const last = axis.indexOf(stretch.endTime);
  const first = axis.indexOf(stretch.startTime);
  const from = first >= 0 && axis.timeOf(first) === stretch.startTime ? first : first + 1;
  // What a candle of several bars holds begins somewhere in it.
  const left = axis.barsPerCandle > 1 ? Math.max(0, first) : from;
  return last < left ? null : { left: axis.leftOf(left), right: axis.leftOf(last + 1) };
}
