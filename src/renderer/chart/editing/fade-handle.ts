import { uncertaintyWithin } from '../../../shared/labels/uncertainty.ts';
import type { SpanEdge } from '../chart-types.ts';
import type { BarAxis } from '../geometry/bar-axis.ts';
import type { FadeHit, SpanTarget } from './hit-test.ts';

/** Where the handles of a span's fades stand, as a share of the height of the candles: clear of the grips in the middle of the edges. */
export const FADE_HANDLE_HEIGHT = 0.76;
/** CSS pixels: from a certain edge to its handle, and around the handle where it can be taken. */
const LEAST_AWAY = 16;
const REACH = { x: 9, y: 14 } as const;

/** The soft mask's ramp goes over u + 1/2 bars on either side of an edge. In CSS pixels; 0: the edge is certain. */
export function fadeReach(uncertainty: number, axis: BarAxis): number {
  return uncertainty > 0 ? ((uncertainty + 0.5) / axis.barsPerCandle) * axis.spacing : 0;
}

/** Middle of an edge's handle in CSS pixels, outside of the span, where the fade begins. `edgeX`: of the edge itself. */
export function fadeHandleAt(edge: SpanEdge, edgeX: number, uncertainty: number, axis: BarAxis): number {
  const away = Math.max(LEAST_AWAY, fadeReach(uncertainty, axis));
  return edge === 'start' ? edgeX - away : edgeX + away;
}

/** A handle of the selected span; null: none is at this point, or no span is selected. `height`: of the candles. CSS pixels. */
export function fadeHit(x: number, y: number, height: number, selected: SpanTarget | null, axis: BarAxis): FadeHit | null {
  const stretch = selected === null ? null : axis.stretchOf(selected);
  if (selected === null || stretch === null || Math.abs(y - FADE_HANDLE_HEIGHT * height) > REACH.y) return null;
  const isAt = (at: number): boolean => Math.abs(x - at) <= REACH.x;
  if (isAt(fadeHandleAt('start', stretch.left, selected.startUncertainty, axis))) return { kind: 'fade', span: selected, edge: 'start' };
  return isAt(fadeHandleAt('end', stretch.right, selected.endUncertainty, axis)) ? { kind: 'fade', span: selected, edge: 'end' } : null;
}

/** Bars of uncertainty after the handle was pulled from one x to another: away from the span is more. */
export function pulledUncertainty({ span, edge }: Pick<FadeHit, 'span' | 'edge'>, fromX: number, toX: number, axis: BarAxis): number {
  const outwards = edge === 'start' ? fromX - toX : toX - fromX;
  const before = edge === 'start' ? span.startUncertainty : span.endUncertainty;
  return uncertaintyWithin(before + (outwards / axis.spacing) * axis.barsPerCandle);
}
