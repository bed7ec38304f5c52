import type { Direction } from '../domain/span.ts';

/** Of the move from the open of a span's first bar to the close of its last; null: it ends where it began. */
export function priceDirection(open: number, close: number): Direction | null {
  if (close === open) return null;
  return close > open ? 'up' : 'down';
}
