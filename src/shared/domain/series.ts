import type { SeriesId } from './ids.ts';
import type { TimeMs } from './time.ts';

/** The ordered bars of one symbol at one timeframe. */
export interface Series {
  readonly id: SeriesId;
  readonly symbol: string;
  readonly timeframeMs: number;
  /** '' for imported bars; a dataset's name where the bars came with a dataset, so that it never mixes with other sources. */
  readonly origin: string;
  /** IANA zone in which times are shown unless the person chose another. */
  readonly timeZone: string;
  readonly priceDecimals: number;
  readonly hasVolume: boolean;
  readonly barCount: number;
  /** Opening times of the first and the last bar; null in an empty series. */
  readonly firstTime: TimeMs | null;
  readonly lastTime: TimeMs | null;
  /** Number of stored levels: level 0 holds the bars, level k aggregates LEVEL_FACTOR^k of them. */
  readonly levels: number;
}

/** Bars of one level are merged by this factor, counted in bars, to make the next. */
export const LEVEL_FACTOR = 8;
