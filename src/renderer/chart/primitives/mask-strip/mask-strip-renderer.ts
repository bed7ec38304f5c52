import { wash } from '../../chart-theme.ts';
import type { Bitmap } from '../layer-primitive.ts';
import { devicePixels, thickness } from '../pixels.ts';
import { MASK_STRIP_HEIGHT, type MaskStripOptions } from './mask-strip-options.ts';
import type { MaskStrip } from './mask-strip-view.ts';

/** Pale: the target. In full colour: as much of it as the confidence lets stand. */
export function drawMaskStrip(bitmap: Bitmap, strip: MaskStrip | null, options: MaskStripOptions): void {
  if (strip === null) return;
  const { context, height, scaleY } = bitmap;
  const tall = thickness(MASK_STRIP_HEIGHT, scaleY);
  const { left, right } = devicePixels(strip.stretch, bitmap);
  context.fillStyle = options.background;
  context.fillRect(left, height - tall, right - left, tall);
  drawColumns(bitmap, strip, 'mask', wash(options.colours, 0.42));
  drawColumns(bitmap, strip, 'height', options.colours.ink);
  // Where there is a target, if only one of nothing.
  const line = thickness(1, scaleY);
  context.fillStyle = wash(options.colours, 0.55);
  context.fillRect(left, height - line, right - left, line);
}

function drawColumns(bitmap: Bitmap, { columns }: MaskStrip, of: 'mask' | 'height', colour: string): void {
  const { context, height, scaleY } = bitmap;
  const most = thickness(MASK_STRIP_HEIGHT - 2, scaleY);
  context.fillStyle = colour;
  context.beginPath();
  for (const column of columns) {
    const { left, right } = devicePixels(column.stretch, bitmap);
    const tall = Math.round(column[of] * most);
    context.rect(left, height - tall, Math.max(1, right - left), tall);
  }
  context.fill();
}
