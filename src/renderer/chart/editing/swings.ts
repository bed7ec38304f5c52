import type { BarColumns } from '../../../shared/domain/bar.ts';
import type { SpanEdge } from '../chart-types.ts';
import type { BarAxis } from '../geometry/bar-axis.ts';

export type Swing = 'high' | 'low';

/** Bars on either side that a swing stands out from. */
export const SWING_REACH = 3;
/** From farther away a swing does not attract an edge, in CSS pixels. */
const PULL = 14;

/**
 * Whether a bar is a swing: its high is above those of the 3 bars before it and not below those of the 3 after it, or its
 * low the other way round. So of equal ones the first counts. null: it is neither, or not all of those bars are loaded.
 */
export function swingAt({ high, low }: Pick<BarColumns, 'high' | 'low'>, index: number): Swing | null {
  if (index < SWING_REACH || index + SWING_REACH >= high.length) return null;
  if (standsOut(high, index, 1)) return 'high';
  return standsOut(low, index, -1) ? 'low' : null;
}

function standsOut(values: Float64Array, index: number, sign: 1 | -1): boolean {
  const value = sign * values[index];
  for (let distance = 1; distance <= SWING_REACH; distance += 1) {
    if (value <= sign * values[index - distance] || value < sign * values[index + distance]) return false;
  }
  return true;
}

/** Where an edge stands that has this bar as its last inside, in CSS pixels. */
export const edgeAtBar = (axis: BarAxis, edge: SpanEdge, index: number): number => axis.leftOf(edge === 'start' ? index : index + 1);

/** The swing that attracts an edge at x, the nearest; null: none is near. */
export function swingNear(axis: BarAxis, bars: BarColumns, edge: SpanEdge, x: number): number | null {
  if (bars.time.length !== axis.count) return null;
  const first = Math.max(0, axis.indexAt(x - PULL) - 1);
  const last = Math.min(axis.count - 1, axis.indexAt(x + PULL) + 1);
  let nearest: number | null = null;
  let shortest = PULL;
  for (let i = first; i <= last; i += 1) {
    const distance = Math.abs(edgeAtBar(axis, edge, i) - x);
    if (distance > shortest || swingAt(bars, i) === null) continue;
    if (nearest !== null && distance === shortest) continue;
    nearest = i;
    shortest = distance;
  }
  return nearest;
}
