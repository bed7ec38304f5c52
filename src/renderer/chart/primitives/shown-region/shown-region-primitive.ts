import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { ShownRegionOptions } from './shown-region-options.ts';
import { drawShownEdges, drawShownWash } from './shown-region-renderer.ts';
import { shownRegion, type ShownRegion, type ShownRegionModel } from './shown-region-view.ts';

/** In the pane of a higher timeframe: which part of it the main chart shows, and its window. */
export function shownRegionPrimitive(axis: AxisReader, model: ShownRegionModel, options: ShownRegionOptions): LayerPrimitive<ShownRegionModel, ShownRegion, ShownRegionOptions> {
  return new LayerPrimitive(axis, model, options, {
    shapesOf: shownRegion,
    layers: [
      { depth: 'bottom', draw: drawShownWash },
      { depth: 'normal', draw: drawShownEdges },
    ],
  });
}
