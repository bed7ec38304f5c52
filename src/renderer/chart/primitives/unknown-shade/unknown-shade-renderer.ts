import type { Bitmap } from '../layer-primitive.ts';
import { thickness, verticalLine } from '../pixels.ts';
import type { UnknownShadeOptions } from './unknown-shade-options.ts';

/** Dims what comes later, over the candles. */
export function drawUnknownShade(bitmap: Bitmap, from: number | null, options: UnknownShadeOptions): void {
  if (from === null) return;
  const { context, width, height } = bitmap;
  const left = Math.min(Math.max(Math.round(from * bitmap.scaleX), -1), width + 1);
  context.fillStyle = options.outside;
  context.fillRect(Math.max(0, left), 0, Math.max(0, width - left), height);
  verticalLine(bitmap, left, thickness(1, bitmap.scaleX), options.edge);
}
