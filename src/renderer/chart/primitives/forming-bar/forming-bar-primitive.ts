import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { FormingBarOptions } from './forming-bar-options.ts';
import { drawFormingBar } from './forming-bar-renderer.ts';
import { formingBar, type FormingBar, type FormingBarModel } from './forming-bar-view.ts';

/** The candle that holds the last known bar, as it was then: over the shade, which dims what became of it. */
export function formingBarPrimitive(axis: AxisReader, model: FormingBarModel | null, options: FormingBarOptions): LayerPrimitive<FormingBarModel | null, FormingBar | null, FormingBarOptions> {
  return new LayerPrimitive(axis, model, options, {
    shapesOf: formingBar,
    layers: [{ depth: 'normal', draw: drawFormingBar }],
  });
}
