import type { Stretch } from '../../geometry/bar-axis.ts';
import type { Bitmap } from '../layer-primitive.ts';
import { devicePixels, thickness } from '../pixels.ts';
import type { LinkedStretchOptions } from './linked-stretch-options.ts';

/** CSS pixels. */
const BAND_HEIGHT = 4;

/** A wash, and a band at the bottom to be seen without it. */
export function drawLinkedStretch(bitmap: Bitmap, stretch: Stretch | null, options: LinkedStretchOptions): void {
  if (stretch === null) return;
  const { context, height, scaleX, scaleY } = bitmap;
  const { left, right } = devicePixels(stretch, bitmap);
  const width = Math.max(thickness(2, scaleX), right - left);
  context.fillStyle = options.wash;
  context.fillRect(left, 0, width, height);
  const band = thickness(BAND_HEIGHT, scaleY);
  context.fillStyle = options.ink;
  context.fillRect(left, height - band, width, band);
}
