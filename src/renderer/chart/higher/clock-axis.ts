import type { TimeSpan } from '../chart-types.ts';
import { BarAxis, type Stretch } from '../geometry/bar-axis.ts';

/** Within a candle of a higher timeframe a time has a place of its own, so that two spans in one candle stay two. */
export class ClockAxis extends BarAxis {
  readonly #candleMs: number;
  readonly #barMs: number;

  /** candleMs: of the higher timeframe; barMs: of the bars that spans are given in. */
  constructor(axis: BarAxis, candleMs: number, barMs: number) {
    super(axis);
    this.#candleMs = candleMs;
    this.#barMs = barMs;
  }

  /** In candles from the first loaded one on; before and after the loaded ones by the clock alone. */
  placeOf(time: number): number {
    return placeAmong(this.times, this.#candleMs, time);
  }

  override stretchOf({ startTime, endTime }: TimeSpan): Stretch | null {
    const [from, to] = [this.placeOf(startTime), this.placeOf(endTime + this.#barMs)];
    return to <= 0 || (from >= this.count && !this.reachesEnd) ? null : { left: this.leftOf(from), right: this.leftOf(to) };
  }
}

/** Where a time lies among candles that open at `times`, each as wide as 1; a gap after a candle belongs to its end. */
export function placeAmong(times: Float64Array, candleMs: number, time: number): number {
  const last = times.length - 1;
  if (last < 0) return 0;
  if (time < times[0]) return (time - times[0]) / candleMs;
  if (time >= times[last]) return last + (time - times[last]) / candleMs;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (times[middle] <= time) low = middle;
    else high = middle;
  }
  return low + Math.min(1, (time - times[low]) / candleMs);
}
