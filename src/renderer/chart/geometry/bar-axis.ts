import { lastBarAtOrBefore } from '../../../shared/domain/bar.ts';
import { timeMs, type TimeMs } from '../../../shared/domain/time.ts';
import type { TimeSpan } from '../chart-types.ts';

/** A horizontal stretch in CSS pixels. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
}

export interface BarAxisParts {
  /** Opening times of the loaded candles. */
  readonly times: Float64Array;
  /** Middle of the first candle, and from one candle to the next, in CSS pixels. */
  readonly origin: number;
  readonly spacing: number;
  /** Of the pane, in CSS pixels. */
  readonly width: number;
  /** Bars of the series that one candle stands for. */
  readonly barsPerCandle: number;
  /** The last loaded candle is the last one of the series. */
  readonly reachesEnd: boolean;
}

/** Where the loaded candles stand: candle i has its middle at `origin + i * spacing`. A snapshot of one moment. */
export class BarAxis implements BarAxisParts {
  readonly times: Float64Array;
  readonly origin: number;
  readonly spacing: number;
  readonly width: number;
  readonly barsPerCandle: number;
  readonly reachesEnd: boolean;

  constructor(parts: BarAxisParts) {
    this.times = parts.times;
    this.origin = parts.origin;
    this.spacing = parts.spacing;
    this.width = parts.width;
    this.barsPerCandle = parts.barsPerCandle;
    this.reachesEnd = parts.reachesEnd;
  }

  get count(): number {
    return this.times.length;
  }

  timeOf(index: number): TimeMs {
    return timeMs(this.times[index]);
  }

  /** Opening time of the first and of the last loaded bar. */
  get first(): TimeMs {
    return this.timeOf(0);
  }

  get last(): TimeMs {
    return this.timeOf(this.count - 1);
  }

  /** The bar that holds this time: the last that opens at or before it; -1 before the first. */
  indexOf(time: TimeMs): number {
    return lastBarAtOrBefore(this.times, time);
  }

  middleOf(index: number): number {
    return this.origin + index * this.spacing;
  }

  leftOf(index: number): number {
    return this.middleOf(index) - this.spacing / 2;
  }

  /** The loaded bar nearest to x. */
  indexAt(x: number): number {
    return this.#clamp(Math.round((x - this.origin) / this.spacing), this.count - 1);
  }

  /** The gap between bars nearest to x: gap g lies left of bar g, the last one right of the last bar. */
  gapAt(x: number): number {
    return this.#clamp(Math.round((x - this.origin) / this.spacing + 0.5), this.count);
  }

  /** First and last bar in view; null: none is. */
  visible(): { readonly from: number; readonly to: number } | null {
    const from = Math.max(0, Math.ceil((0 - this.origin) / this.spacing - 0.5));
    const to = Math.min(this.count - 1, Math.floor((this.width - this.origin) / this.spacing + 0.5));
    return from <= to ? { from, to } : null;
  }

  /** From the left of the first to the right of the last bar; null where the span ends before the loaded bars or starts after them. */
  stretchOf(span: TimeSpan): Stretch | null {
    const start = this.indexOf(span.startTime);
    const end = this.indexOf(span.endTime);
    if (end < 0 || this.#isPast(start, span.startTime)) return null;
    return { left: this.leftOf(Math.max(start, -1)), right: this.leftOf(end + 1) };
  }

  /** Later than the last loaded bar, while there are more bars that are not loaded. */
  #isPast(index: number, time: TimeMs): boolean {
    return !this.reachesEnd && index === this.count - 1 && time > this.last;
  }

  #clamp(index: number, most: number): number {
    return Math.min(Math.max(index, 0), most);
  }
}
