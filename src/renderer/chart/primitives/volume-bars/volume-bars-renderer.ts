import type { Bitmap } from '../layer-primitive.ts';
import { devicePixels } from '../pixels.ts';
import type { VolumeBarsOptions } from './volume-bars-options.ts';
import type { VolumeBar } from './volume-bars-view.ts';

/** Part of the pane that the greatest volume fills. */
const TALLEST = 0.16;

export function drawVolumeBars(bitmap: Bitmap, bars: readonly VolumeBar[], options: VolumeBarsOptions): void {
  fillBars(bitmap, bars.filter((bar) => bar.up), options.up);
  fillBars(bitmap, bars.filter((bar) => !bar.up), options.down);
}

/** One path per colour: thousands of bars then cost two fills. */
function fillBars(bitmap: Bitmap, bars: readonly VolumeBar[], colour: string): void {
  const { context, height } = bitmap;
  context.fillStyle = colour;
  context.beginPath();
  for (const bar of bars) {
    const { left, right } = devicePixels(bar.stretch, bitmap);
    const tall = Math.max(1, Math.round(bar.height * height * TALLEST));
    context.rect(left, height - tall, Math.max(1, right - left), tall);
  }
  context.fill();
}
