import type { Stretch } from '../geometry/bar-axis.ts';
import type { Bitmap } from './layer-primitive.ts';

/** A CSS length in whole device pixels, at least one. */
export function thickness(css: number, scale: number): number {
  return Math.max(1, Math.round(css * scale));
}

/** A horizontal stretch in whole device pixels, cut to a little beyond the canvas so that far-away edges cost nothing. */
export function devicePixels(stretch: Stretch, bitmap: Bitmap): Stretch {
  const cut = (x: number): number => Math.min(Math.max(Math.round(x * bitmap.scaleX), -bitmap.width), 2 * bitmap.width);
  return { left: cut(stretch.left), right: cut(stretch.right) };
}

/** A vertical line `width` device pixels wide whose left side is at x. */
export function verticalLine(bitmap: Bitmap, x: number, width: number, colour: string): void {
  bitmap.context.fillStyle = colour;
  bitmap.context.fillRect(x, 0, width, bitmap.height);
}

/** `dash`: lengths of stroke and gap in CSS pixels. */
export function dashedVerticalLine(bitmap: Bitmap, x: number, width: number, colour: string, [stroke, gap]: readonly [number, number] = [5, 4]): void {
  const { context, height, scaleY } = bitmap;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash([thickness(stroke, scaleY), thickness(gap, scaleY)]);
  context.beginPath();
  // Half of the width further: a stroke of whole pixels then covers whole pixels.
  context.moveTo(x + width / 2, 0);
  context.lineTo(x + width / 2, height);
  context.stroke();
  context.setLineDash([]);
}
