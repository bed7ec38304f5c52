import type { Bitmap } from '../layer-primitive.ts';
import { devicePixels, thickness, verticalLine } from '../pixels.ts';
import type { WindowShadeOptions } from './window-shade-options.ts';
import type { WindowShade } from './window-shade-view.ts';

/** Dims what is outside, over the candles. */
export function drawWindowShade(bitmap: Bitmap, shade: WindowShade | null, options: WindowShadeOptions): void {
  if (shade === null) return;
  const { context, width, height } = bitmap;
  const { left, right } = devicePixels(shade.inside, bitmap);
  context.fillStyle = options.outside;
  context.globalAlpha = shade.strength;
  context.fillRect(0, 0, Math.min(left, width), height);
  context.fillRect(Math.max(0, right), 0, width - Math.max(0, right), height);
  context.globalAlpha = 1;
  const line = thickness(1, bitmap.scaleX);
  verticalLine(bitmap, left - line, line, options.edge);
  verticalLine(bitmap, right, line, options.edge);
}
