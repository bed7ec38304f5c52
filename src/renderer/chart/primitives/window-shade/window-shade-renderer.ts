import type { Stretch } from '../../geometry/bar-axis.ts';
import type { Bitmap } from '../layer-primitive.ts';
import { devicePixels, thickness, verticalLine } from '../pixels.ts';
import type { WindowShadeOptions } from './window-shade-options.ts';

/** Dims what is outside, over the candles. */
export function drawWindowShade(bitmap: Bitmap, inside: Stretch | null, options: WindowShadeOptions): void {
  if (inside === null) return;
  const { left, right } = devicePixels(inside, bitmap);
  bitmap.context.fillStyle = options.outside;
  if (left > 0) bitmap.context.fillRect(0, 0, Math.min(left, bitmap.width), bitmap.height);
  if (right < bitmap.width) bitmap.context.fillRect(Math.max(0, right), 0, bitmap.width - Math.max(0, right), bitmap.height);
  const line = thickness(1, bitmap.scaleX);
  verticalLine(bitmap, left - line, line, options.edge);
  verticalLine(bitmap, right, line, options.edge);
}
