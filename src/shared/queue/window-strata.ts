import type { BarColumns } from '../domain/bar.ts';
import { trueRange } from '../engine/features/true-range.ts';

/** Hours of the parts that a day is cut into: about the sessions of the great exchanges. */
const PART_HOURS = 4;
const VOLATILITY_PARTS = 5;

/** Of windows of `length` bars that begin at `firsts`: in which part of the day their middle bar opens, by the zone's clock. hourOf: of a time. */
export function dayParts({ time }: Pick<BarColumns, 'time'>, firsts: readonly number[], length: number, hourOf: (time: number) => number): readonly number[] {
  return firsts.map((first) => Math.floor(hourOf(time[first + Math.floor(length / 2)]) / PART_HOURS));
}

/** In which fifth of these windows each lies by its mean true range over its mean close: 0 the calmest. */
export function volatilityParts(bars: BarColumns, firsts: readonly number[], length: number): readonly number[] {
  const order = firsts.map((first, n) => ({ n, volatility: meanRange(bars, first, length) })).sort((a, b) => a.volatility - b.volatility || a.n - b.n);
  const parts = firsts.map(() => 0);
  order.forEach(({ n }, rank) => (parts[n] = Math.floor((rank * VOLATILITY_PARTS) / order.length)));
  return parts;
}

function meanRange(bars: BarColumns, first: number, length: number): number {
  let [range, close] = [0, 0];
  for (let i = first; i < first + length; i++) {
    range += trueRange(bars, i);
    close += Math.abs(bars.close[i]);
  }
  return range / Math.max(close, Number.MIN_VALUE);
}
