import type { TimeSpan } from '../../chart-types.ts';
import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';

export interface PendingShape {
  readonly stretch: Stretch;
  readonly bars: number;
}

/** The span that is being made; null: none is. */
export function pendingShape(span: TimeSpan | null, axis: BarAxis): PendingShape | null {
  const stretch = span === null ? null : axis.stretchOf(span);
  if (stretch === null) return null;
  return { stretch, bars: Math.round((stretch.right - stretch.left) / axis.spacing) * axis.barsPerCandle };
}
