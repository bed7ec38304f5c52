import type { Stretch } from '../../geometry/bar-axis.ts';
import type { Bitmap } from '../layer-primitive.ts';
import { devicePixels, thickness } from '../pixels.ts';
import type { BarCursorOptions } from './bar-cursor-options.ts';

/** CSS pixels. */
const MARKER = { halfWidth: 6, height: 7 } as const;

export function drawCursorColumn(bitmap: Bitmap, column: Stretch | null, options: BarCursorOptions): void {
  if (column === null) return;
  const { left, right } = devicePixels(column, bitmap);
  bitmap.context.fillStyle = options.wash;
  bitmap.context.fillRect(left, 0, Math.max(thickness(1, bitmap.scaleX), right - left), bitmap.height);
}

/** A triangle at the bottom that points at the bar, to be seen without the wash. */
export function drawCursorMarker(bitmap: Bitmap, column: Stretch | null, options: BarCursorOptions): void {
  if (column === null || !options.detailed) return;
  const { context, height, scaleX, scaleY } = bitmap;
  const { left, right } = devicePixels(column, bitmap);
  const middle = (left + right) / 2;
  context.fillStyle = options.ink;
  context.beginPath();
  context.moveTo(middle, height - MARKER.height * scaleY);
  context.lineTo(middle + MARKER.halfWidth * scaleX, height);
  context.lineTo(middle - MARKER.halfWidth * scaleX, height);
  context.fill();
}
