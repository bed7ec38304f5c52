import type { Stretch } from '../geometry/bar-axis.ts';
import type { Bitmap } from './layer-primitive.ts';

/** Less room for each, in CSS pixels, and edges and badges of spans cannot be told apart. */
const ROOM = 10;

/** Whether so many spans are in view that the candles would drown in them. */
export const areCrowded = (spans: number, { width, scaleX }: Pick<Bitmap, 'width' | 'scaleX'>): boolean => spans * ROOM > width / scaleX;

/** Each at least a pixel wide, those that touch or overlap as one: what is drawn twice would be darker. Ascending by left; device pixels. */
export function joinStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: { left: number; right: number }[] = [];
  for (const { left, right } of stretches) {
    const end = Math.max(left + 1, right);
    const last = joined.at(-1);
    if (last !== undefined && left <= last.right) last.right = Math.max(last.right, end);
    else joined.push({ left, right: end });
  }
  return joined;
}
