import type { BarColumns } from '../../../shared/domain/bar.ts';
import { trueRange } from '../../../shared/engine/features/true-range.ts';

/** A bar by its place among the loaded ones, and a price at it. */
export interface MeasuredPoint {
  readonly index: number;
  readonly price: number;
}

export interface MeasureFigures {
  /** Both ends counted. */
  readonly bars: number;
  /** In the quote unit; the end minus the start. */
  readonly points: number;
  /** Of the price at the start; null: that is 0. */
  readonly percent: number | null;
  /** How often the average true range at the start goes into the points, without a sign; null: that is 0. */
  readonly atr: number | null;
}

const ATR_BARS = 14;

/** What lies between two points, from where it was begun to where it ends, be that later or earlier. */
export function measureBars(bars: BarColumns, from: MeasuredPoint, to: MeasuredPoint): MeasureFigures {
  const points = to.price - from.price;
  const range = meanTrueRange(bars, from.index);
  return {
    bars: Math.abs(to.index - from.index) + 1,
    points,
    percent: from.price === 0 ? null : (points / Math.abs(from.price)) * 100,
    atr: range === 0 ? null : Math.abs(points) / range,
  };
}

/** Mean true range of the 14 bars up to this one, of fewer where fewer are loaded. In the quote unit. */
function meanTrueRange(bars: BarColumns, index: number): number {
  const first = Math.max(0, index - ATR_BARS + 1);
  let sum = 0;
  for (let i = first; i <= index; i += 1) sum += trueRange(bars, i);
  return sum / (index - first + 1);
}
