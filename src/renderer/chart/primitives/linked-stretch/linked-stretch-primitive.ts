import type { TimeSpan } from '../../chart-types.ts';
import type { Stretch } from '../../geometry/bar-axis.ts';
import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { LinkedStretchOptions } from './linked-stretch-options.ts';
import { drawLinkedStretch } from './linked-stretch-renderer.ts';
import { linkedStretch } from './linked-stretch-view.ts';

/** The bars of what is pointed at in the pane of the higher timeframe. */
export function linkedStretchPrimitive(axis: AxisReader, stretch: TimeSpan | null, options: LinkedStretchOptions): LayerPrimitive<TimeSpan | null, Stretch | null, LinkedStretchOptions> {
  return new LayerPrimitive(axis, stretch, options, {
    shapesOf: linkedStretch,
    layers: [{ depth: 'bottom', draw: drawLinkedStretch }],
  });
}
