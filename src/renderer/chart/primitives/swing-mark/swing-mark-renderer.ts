import type { Bitmap } from '../layer-primitive.ts';
import type { SwingMarkOptions } from './swing-mark-options.ts';
import type { SwingMark } from './swing-mark-view.ts';

/** In CSS pixels. */
const RADIUS = 6;
const LINE = 2;

/** A ring around the high or the low, which keeps off the candle's own colours. */
export function drawSwingMark({ context, scaleX, scaleY }: Bitmap, mark: SwingMark | null, options: SwingMarkOptions): void {
  if (mark === null) return;
  for (const [colour, width] of [[options.background, LINE + 2], [options.ink, LINE]] as const) {
    context.beginPath();
    context.arc(mark.x * scaleX, mark.y * scaleY, RADIUS * scaleX, 0, 2 * Math.PI);
    context.strokeStyle = colour;
    context.lineWidth = width * scaleX;
    context.stroke();
  }
}
