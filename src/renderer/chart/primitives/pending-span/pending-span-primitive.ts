import type { TimeSpan } from '../../chart-types.ts';
import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { PendingSpanOptions } from './pending-span-options.ts';
import { drawPendingEdges, drawPendingWash } from './pending-span-renderer.ts';
import { pendingShape, type PendingShape } from './pending-span-view.ts';

/** A span that is being made, by the pointer or by the keyboard. */
export function pendingSpanPrimitive(axis: AxisReader, span: TimeSpan | null, options: PendingSpanOptions): LayerPrimitive<TimeSpan | null, PendingShape | null, PendingSpanOptions> {
  return new LayerPrimitive(axis, span, options, {
    shapesOf: pendingShape,
    layers: [
      { depth: 'bottom', draw: drawPendingWash },
      { depth: 'normal', draw: drawPendingEdges },
    ],
  });
}
