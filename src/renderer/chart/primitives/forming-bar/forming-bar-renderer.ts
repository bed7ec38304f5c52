import type { Bitmap } from '../layer-primitive.ts';
import { thickness } from '../pixels.ts';
import type { FormingBarOptions } from './forming-bar-options.ts';
import type { FormingBar } from './forming-bar-view.ts';

/** From the candle to its frame, in CSS pixels. */
const FRAME_GAP = 3;

/** A candle like the others, in a dashed frame since it is not done: dashes of the candle itself would be lost where it is small. */
export function drawFormingBar(bitmap: Bitmap, bar: FormingBar | null, options: FormingBarOptions): void {
  if (bar === null) return;
  const { context, scaleX, scaleY } = bitmap;
  const line = thickness(1, scaleX);
  const middle = Math.round(bar.middle * scaleX);
  const half = Math.max(line, Math.round((bar.width * scaleX) / 2));
  const [high, low, top, bottom] = [bar.high, bar.low, bar.top, bar.bottom].map((y) => Math.round(y * scaleY));
  const height = Math.max(line, bottom - top);
  context.fillStyle = bar.isUp ? options.up : options.down;
  context.fillRect(middle - Math.floor(line / 2), high, line, Math.max(line, low - high));
  context.fillRect(middle - half, top, 2 * half, height);
  if (bar.isUp) {
    context.fillStyle = options.background;
    context.fillRect(middle - half + line, top + line, 2 * (half - line), Math.max(0, height - 2 * line));
  }
  const gap = thickness(FRAME_GAP, scaleX);
  drawFrame(bitmap, { left: middle - half - gap, right: middle + half + gap, top: high - gap, bottom: low + gap }, options.frame);
}

function drawFrame({ context, scaleX }: Bitmap, box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }, colour: string): void {
  const line = thickness(1, scaleX);
  context.strokeStyle = colour;
  context.lineWidth = line;
  context.setLineDash([thickness(2, scaleX), thickness(2, scaleX)]);
  // Half of the width in: a stroke of whole pixels then covers whole pixels.
  context.strokeRect(box.left + line / 2, box.top + line / 2, box.right - box.left - line, box.bottom - box.top - line);
  context.setLineDash([]);
}
