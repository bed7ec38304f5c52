import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { ValueLinesOptions } from './value-lines-options.ts';
import { drawValueLines } from './value-lines-renderer.ts';
import { valueLines, type ValueLine, type ValueLinesModel } from './value-lines-view.ts';

/**
 * Averages over the candles, or a range in a pane of its own. Drawn from the values in view: as series of the library they would cost
 * every page of bars once more each, and move the scale.
 */
export function valueLinesPrimitive(axis: AxisReader, model: ValueLinesModel | null, options: ValueLinesOptions): LayerPrimitive<ValueLinesModel | null, readonly ValueLine[], ValueLinesOptions> {
  return new LayerPrimitive(axis, model, options, {
    shapesOf: valueLines,
    layers: [{ depth: 'normal', draw: drawValueLines }],
  });
}
