import type { BarAxis } from '../../geometry/bar-axis.ts';

/** Where the first candle begins that is not known in full, in CSS pixels. index: among the loaded ones; null: all are known. */
export function unknownFrom(index: number | null, axis: BarAxis): number | null {
  return index === null ? null : axis.leftOf(index);
}
