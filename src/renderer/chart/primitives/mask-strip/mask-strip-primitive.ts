import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { MaskStripOptions } from './mask-strip-options.ts';
import { drawMaskStrip } from './mask-strip-renderer.ts';
import { maskStrip, type MaskStrip, type MaskStripModel } from './mask-strip-view.ts';

/** Under the candles: what the model will learn from the labels. */
export function maskStripPrimitive(axis: AxisReader, model: MaskStripModel | null, options: MaskStripOptions): LayerPrimitive<MaskStripModel | null, MaskStrip | null, MaskStripOptions> {
  return new LayerPrimitive(axis, model, options, {
    shapesOf: maskStrip,
    layers: [{ depth: 'normal', draw: drawMaskStrip }],
  });
}
