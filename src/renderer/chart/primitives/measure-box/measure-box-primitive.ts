import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { MeasureBoxOptions } from './measure-box-options.ts';
import { drawMeasureBox } from './measure-box-renderer.ts';
import { measureBox, type MeasureBox, type MeasureBoxModel } from './measure-box-view.ts';

/** What a person measures, over everything else. */
export function measureBoxPrimitive(axis: AxisReader, model: MeasureBoxModel | null, options: MeasureBoxOptions): LayerPrimitive<MeasureBoxModel | null, MeasureBox | null, MeasureBoxOptions> {
  return new LayerPrimitive(axis, model, options, {
    shapesOf: measureBox,
    layers: [{ depth: 'top', draw: drawMeasureBox }],
  });
}
