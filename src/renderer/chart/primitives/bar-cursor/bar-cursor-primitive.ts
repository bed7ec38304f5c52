import type { TimeMs } from '../../../../shared/domain/time.ts';
import type { Stretch } from '../../geometry/bar-axis.ts';
import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { BarCursorOptions } from './bar-cursor-options.ts';
import { drawCursorColumn, drawCursorMarker } from './bar-cursor-renderer.ts';
import { cursorColumn } from './bar-cursor-view.ts';

/** The bar that the keyboard is at. */
export function barCursorPrimitive(axis: AxisReader, cursor: TimeMs | null, options: BarCursorOptions): LayerPrimitive<TimeMs | null, Stretch | null, BarCursorOptions> {
  return new LayerPrimitive(axis, cursor, options, {
    shapesOf: cursorColumn,
    layers: [
      { depth: 'bottom', draw: drawCursorColumn },
      { depth: 'normal', draw: drawCursorMarker },
    ],
  });
}
