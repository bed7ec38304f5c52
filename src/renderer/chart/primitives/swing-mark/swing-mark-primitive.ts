import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { SwingMarkOptions } from './swing-mark-options.ts';
import { drawSwingMark } from './swing-mark-renderer.ts';
import { swingMark, type SwingMark, type SwingMarkModel } from './swing-mark-view.ts';

/** Which high or low the edge in hand has been drawn to. */
export function swingMarkPrimitive(axis: AxisReader, model: SwingMarkModel | null, options: SwingMarkOptions): LayerPrimitive<SwingMarkModel | null, SwingMark | null, SwingMarkOptions> {
  return new LayerPrimitive(axis, model, options, {
    shapesOf: swingMark,
    layers: [{ depth: 'top', draw: drawSwingMark }],
  });
}
