import { CHART_FONT } from '../chart-theme.ts';
import type { Bitmap } from './layer-primitive.ts';
import { thickness } from './pixels.ts';

/** All in CSS pixels. */
export const BADGE_HEIGHT = 16;
const PADDING = 5;
const FONT_SIZE = 11;
/** Estimate of a digit's width; badges are placed before there is a canvas to measure on. */
const CHARACTER_WIDTH = 6.4;
/** A span narrower than this is seen from afar: badges of many such spans would hide the bars. */
export const BADGE_MIN_SPAN = 8;

export interface Badge {
  /** Left and top in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly filled: boolean;
}

export interface BadgeColours {
  readonly ink: string;
  readonly onInk: string;
  readonly background: string;
}

export function badgeWidth(text: string): number {
  return Math.ceil(text.length * CHARACTER_WIDTH) + 2 * PADDING;
}

/** A small plate with text: filled with the ink, or outlined with it. */
export function drawBadge(bitmap: Bitmap, badge: Badge, colours: BadgeColours): void {
  const { context, scaleX, scaleY } = bitmap;
  const line = thickness(1, scaleX);
  const x = Math.round(badge.x * scaleX);
  const y = Math.round(badge.y * scaleY);
  const width = Math.round(badgeWidth(badge.text) * scaleX);
  const height = Math.round(BADGE_HEIGHT * scaleY);
  context.beginPath();
  context.roundRect(x + line / 2, y + line / 2, width - line, height - line, 3 * scaleX);
  context.fillStyle = badge.filled ? colours.ink : colours.background;
  context.strokeStyle = colours.ink;
  context.lineWidth = line;
  context.fill();
  context.stroke();
  context.fillStyle = badge.filled ? colours.onInk : colours.ink;
  context.font = `600 ${FONT_SIZE * scaleY}px ${CHART_FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(badge.text, x + width / 2, y + height / 2 + 0.5 * scaleY);
}
