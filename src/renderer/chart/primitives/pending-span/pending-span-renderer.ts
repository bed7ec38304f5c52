import { wash } from '../../chart-theme.ts';
import { badgeWidth, drawBadge } from '../badge.ts';
import type { Bitmap } from '../layer-primitive.ts';
import { dashedVerticalLine, devicePixels, thickness } from '../pixels.ts';
import type { PendingSpanOptions } from './pending-span-options.ts';
import type { PendingShape } from './pending-span-view.ts';

/** Below the first row of the labels' badges. */
const BADGE_TOP = 68;

export function drawPendingWash(bitmap: Bitmap, shape: PendingShape | null, options: PendingSpanOptions): void {
  if (shape === null) return;
  const { left, right } = devicePixels(shape.stretch, bitmap);
  bitmap.context.fillStyle = wash(options.colours, 0.16);
  bitmap.context.fillRect(left, 0, right - left, bitmap.height);
}

/** Edges, and the number of bars above them. */
export function drawPendingEdges(bitmap: Bitmap, shape: PendingShape | null, options: PendingSpanOptions): void {
  if (shape === null) return;
  const { left, right } = devicePixels(shape.stretch, bitmap);
  const width = thickness(1, bitmap.scaleX);
  dashedVerticalLine(bitmap, left, width, options.colours.ink);
  dashedVerticalLine(bitmap, Math.max(left, right - width), width, options.colours.ink);
  const text = shape.bars === 1 ? '1 bar' : `${shape.bars} bars`;
  const middle = (shape.stretch.left + shape.stretch.right) / 2;
  const x = Math.min(Math.max(middle - badgeWidth(text) / 2, 0), bitmap.width / bitmap.scaleX - badgeWidth(text));
  drawBadge(bitmap, { x, y: BADGE_TOP, text, filled: true }, { ...options.colours, background: options.background });
}
