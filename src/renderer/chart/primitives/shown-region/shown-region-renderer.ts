import type { Stretch } from '../../geometry/bar-axis.ts';
import type { Bitmap } from '../layer-primitive.ts';
import { devicePixels, thickness, verticalLine } from '../pixels.ts';
import type { ShownRegionOptions } from './shown-region-options.ts';
import type { ShownRegion } from './shown-region-view.ts';

/** Height of the window's band at the bottom, in CSS pixels. */
const BAND_HEIGHT = 4;

/** What is in view, behind the candles. */
export function drawShownWash(bitmap: Bitmap, { visible }: ShownRegion, options: ShownRegionOptions): void {
  if (visible === null) return;
  const { left, right } = boxOf(visible, bitmap);
  bitmap.context.fillStyle = options.wash;
  bitmap.context.fillRect(left, 0, right - left, bitmap.height);
}

/** Its edges, and the window as a band at the bottom, in front of them. */
export function drawShownEdges(bitmap: Bitmap, { visible, window }: ShownRegion, options: ShownRegionOptions): void {
  const line = thickness(1, bitmap.scaleX);
  if (visible !== null) {
    const { left, right } = boxOf(visible, bitmap);
    verticalLine(bitmap, left, line, options.edge);
    verticalLine(bitmap, right - line, line, options.edge);
  }
  if (window === null) return;
  const { left, right } = boxOf(window, bitmap);
  const band = thickness(BAND_HEIGHT, bitmap.scaleY);
  bitmap.context.fillStyle = options.window;
  bitmap.context.fillRect(left, bitmap.height - band, right - left, band);
}

/** At least so wide that it is seen. */
function boxOf(stretch: Stretch, bitmap: Bitmap): Stretch {
  const { left, right } = devicePixels(stretch, bitmap);
  return { left, right: Math.max(right, left + thickness(3, bitmap.scaleX)) };
}
