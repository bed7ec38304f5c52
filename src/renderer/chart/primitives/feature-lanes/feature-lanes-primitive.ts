import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { FeatureLanesOptions } from './feature-lanes-options.ts';
import { FeatureLanesRenderer } from './feature-lanes-renderer.ts';
import { featureLanes, type FeatureLanes, type FeatureLanesModel } from './feature-lanes-view.ts';

/** What a model reads of every bar, a lane for each feature. */
export function featureLanesPrimitive(axis: AxisReader, model: FeatureLanesModel | null, options: FeatureLanesOptions): LayerPrimitive<FeatureLanesModel | null, FeatureLanes | null, FeatureLanesOptions> {
  return new LayerPrimitive(axis, model, options, {
    shapesOf: featureLanes,
    layers: [{ depth: 'normal', draw: new FeatureLanesRenderer().draw }],
  });
}
