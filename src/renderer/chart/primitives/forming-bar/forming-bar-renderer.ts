import type { Bitmap } from '../layer-primitive.ts';
import { thickness } from '../pixels.ts';
import type { FormingBarOptions } from './forming-bar-options.ts';
import type { FormingBar } from './forming-bar-view.ts';

/** Dashed, since it is not done; hollow, or filled where it has fallen, as candles are. */
export function drawFormingBar(bitmap: Bitmap, bar: FormingBar | null, options: FormingBarOptions): void {
  if (bar === null) return;
  const { context, scaleX, scaleY } = bitmap;
  const line = thickness(1, scaleX);
  const middle = Math.round(bar.middle * scaleX);
  const half = Math.max(line, Math.round((bar.width * scaleX) / 2));
  const [high, low, top, bottom] = [bar.high, bar.low, bar.top, bar.bottom].map((y) => Math.round(y * scaleY));
  const colour = bar.isUp ? options.up : options.down;
  const height = Math.max(line, bottom - top);
  context.fillStyle = colour;
  context.fillRect(middle - Math.floor(line / 2), high, line, Math.max(line, low - high));
  context.fillStyle = bar.isUp ? options.background : colour;
  context.fillRect(middle - half, top, 2 * half, height);
  context.strokeStyle = bar.isUp ? colour : options.background;
  context.lineWidth = line;
  context.setLineDash([thickness(2, scaleX), thickness(2, scaleX)]);
  context.strokeRect(middle - half + line / 2, top + line / 2, 2 * half - line, Math.max(0, height - line));
  context.setLineDash([]);
}
