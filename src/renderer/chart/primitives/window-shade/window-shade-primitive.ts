import type { TimeSpan } from '../../chart-types.ts';
import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { WindowShadeOptions } from './window-shade-options.ts';
import { drawWindowShade } from './window-shade-renderer.ts';
import { windowShade, type WindowShade } from './window-shade-view.ts';

/** Dims the bars outside of the open window. */
export function windowShadePrimitive(axis: AxisReader, window: TimeSpan | null, options: WindowShadeOptions): LayerPrimitive<TimeSpan | null, WindowShade | null, WindowShadeOptions> {
  return new LayerPrimitive(axis, window, options, {
    shapesOf: windowShade,
    layers: [
      { depth: 'normal', draw: drawWindowShade },
    ],
  });
}
