import type { TimeSpan } from '../../chart-types.ts';
import type { Stretch } from '../../geometry/bar-axis.ts';
import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { WindowShadeOptions } from './window-shade-options.ts';
import { drawWindowShade } from './window-shade-renderer.ts';
import { windowStretch } from './window-shade-view.ts';

/** Dims the bars outside of the open window. */
export function windowShadePrimitive(axis: AxisReader, window: TimeSpan | null, options: WindowShadeOptions): LayerPrimitive<TimeSpan | null, Stretch | null, WindowShadeOptions> {
  return new LayerPrimitive(axis, window, options, {
    shapesOf: windowStretch,
    layers: [
      { depth: 'normal', draw: drawWindowShade },
    ],
  });
}
