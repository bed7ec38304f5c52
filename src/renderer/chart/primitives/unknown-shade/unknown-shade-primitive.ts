import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { UnknownShadeOptions } from './unknown-shade-options.ts';
import { drawUnknownShade } from './unknown-shade-renderer.ts';
import { unknownFrom } from './unknown-shade-view.ts';

/** Dims the candles whose close is not known yet, among them the one that is still forming. */
export function unknownShadePrimitive(axis: AxisReader, firstUnknown: number | null, options: UnknownShadeOptions): LayerPrimitive<number | null, number | null, UnknownShadeOptions> {
  return new LayerPrimitive(axis, firstUnknown, options, {
    shapesOf: unknownFrom,
    layers: [{ depth: 'normal', draw: drawUnknownShade }],
  });
}
