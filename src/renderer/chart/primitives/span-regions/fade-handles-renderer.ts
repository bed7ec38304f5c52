import { FADE_HANDLE_HEIGHT } from '../../editing/fade-handle.ts';
import type { Stretch } from '../../geometry/bar-axis.ts';
import { BADGE_HEIGHT, badgeWidth, drawBadge } from '../badge.ts';
import type { Bitmap } from '../layer-primitive.ts';
import { thickness } from '../pixels.ts';
import type { SpanRegionsOptions } from './span-regions-options.ts';
import type { FadeHandles } from './span-regions-view.ts';

/** CSS pixels. */
const RADIUS = 4;
const GAP = 8;

/** A ring outside of either edge, tied to it by a thin line; beside the one that is held, how many bars it says. */
export function drawFadeHandles(bitmap: Bitmap, edges: Stretch, { start, end, held }: FadeHandles, options: SpanRegionsOptions): void {
  const y = bitmap.height * FADE_HANDLE_HEIGHT;
  drawRing(bitmap, start, edges.left, y, options);
  drawRing(bitmap, end, edges.right, y, options);
  if (held === null) return;
  const top = y / bitmap.scaleY - BADGE_HEIGHT - GAP;
  const badge = { x: held.x - badgeWidth(held.text) / 2, y: top, text: held.text, filled: true };
  drawBadge(bitmap, badge, { ...options.colours, background: options.background });
}

function drawRing({ context, scaleX, scaleY }: Bitmap, x: number, edgeX: number, y: number, { colours, background }: SpanRegionsOptions): void {
  const side = Math.sign(edgeX - x);
  context.strokeStyle = colours.ink;
  context.lineWidth = thickness(1, scaleY);
  context.beginPath();
  context.moveTo((x + side * RADIUS) * scaleX, y);
  context.lineTo(edgeX * scaleX, y);
  context.stroke();
  context.lineWidth = thickness(1.5, scaleX);
  context.beginPath();
  context.arc(x * scaleX, y, RADIUS * scaleX, 0, 2 * Math.PI);
  context.fillStyle = background;
  context.fill();
  context.stroke();
}
