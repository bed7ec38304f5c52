import type { SplitPart } from '../../../domain/window.ts';

/** The first windows of the order train, the next validate, the last test; a wanted part gets a window while one is left. */
export function deal(order: readonly number[], validation: number, test: number): SplitPart[] {
  const count = order.length;
  const testCount = wanted(test, count, count - 1);
  const valCount = wanted(validation, count, count - 1 - testCount);
  const parts = new Array<SplitPart>(count);
  order.forEach((window, place) => {
    if (place >= count - testCount) parts[window] = 'test';
    else parts[window] = place >= count - testCount - valCount ? 'val' : 'train';
  });
  return parts;
}

function wanted(share: number, count: number, atMost: number): number {
  return share <= 0 ? 0 : Math.max(0, Math.min(atMost, Math.max(1, Math.round(share * count))));
}
