import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { SpanRegionsOptions } from './span-regions-options.ts';
import { drawOutlines, drawShading } from './span-regions-renderer.ts';
import { spanRegions, type SpanRegionsModel, type SpanRegion } from './span-regions-view.ts';

/** Labelled spans: filled regions over the full height of the pane. */
export function spanRegionsPrimitive(axis: AxisReader, model: SpanRegionsModel, options: SpanRegionsOptions): LayerPrimitive<SpanRegionsModel, readonly SpanRegion[], SpanRegionsOptions> {
  return new LayerPrimitive(axis, model, options, {
    shapesOf: spanRegions,
    layers: [
      { depth: 'bottom', draw: drawShading },
      { depth: 'normal', draw: drawOutlines },
    ],
  });
}
