import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { PredictedSpansOptions } from './predicted-spans-options.ts';
import { drawPredictedSpans } from './predicted-spans-renderer.ts';
import { predictedOutlines, type PredictedSpansModel, type PredictedOutline } from './predicted-spans-view.ts';

/** Decoded spans of a run: dashed outlines. */
export function predictedSpansPrimitive(axis: AxisReader, model: PredictedSpansModel, options: PredictedSpansOptions): LayerPrimitive<PredictedSpansModel, readonly PredictedOutline[], PredictedSpansOptions> {
  return new LayerPrimitive(axis, model, options, {
    shapesOf: predictedOutlines,
    layers: [
      { depth: 'normal', draw: drawPredictedSpans },
    ],
  });
}
