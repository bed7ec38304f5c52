import type { BarColumns } from '../domain/bar.ts';
import type { HigherTimeframe } from '../domain/higher-timeframe.ts';
import type { RunId, SeriesId } from '../domain/ids.ts';
import type { Series } from '../domain/series.ts';
import type { BarIndex, TimeMs } from '../domain/time.ts';
import type { Method, Nothing } from './result.ts';

export interface BarSlice {
  readonly seriesId: SeriesId;
  readonly level: number;
  /** Index of the first bar within its level, and the number of bars that the level has. */
  readonly fromIndex: BarIndex;
  readonly total: number;
  readonly bars: BarColumns;
}

/** A slice holds at most so many bars; longer requests are cut. */
export const MAX_SLICE_BARS = 24_000;

/** A whole series in n parts, equal in bars. */
export interface SeriesOverview {
  readonly seriesId: SeriesId;
  /** [n + 1]: opening times of the first bar of each part, and the time at which the last one ends. */
  readonly edges: Float64Array;
  /** [n] */
  readonly low: Float32Array;
  readonly high: Float32Array;
}

/** Which share of each part of an overview is covered; [n] in [0, 1]. */
export interface SeriesCoverage {
  /** By windows that are reviewed. */
  readonly reviewed: Float32Array;
  readonly labelled: Float32Array;
  /** null: no run was named, or it has not predicted the series. */
  readonly predicted: Float32Array | null;
}

/** Most bars of a higher timeframe that can be asked for on either side of a time. */
export const MOST_HIGHER_BARS = 1000;

export interface HigherBarsWish {
  readonly seriesId: SeriesId;
  readonly timeframe: HigherTimeframe;
  readonly time: TimeMs;
  /** So many bars before and after the one that holds `time`, or fewer where the series has not so many, or too many bars to each. */
  readonly before: number;
  readonly after: number;
}

/** Bars of a series merged by the clock of its own time zone; `time` is when each would open, whether a bar is there or not. */
export interface HigherBars {
  readonly seriesId: SeriesId;
  readonly timeframe: HigherTimeframe;
  readonly bars: BarColumns;
  /** The first is the first of the series, the last its last. */
  readonly reachesStart: boolean;
  readonly reachesEnd: boolean;
}

export interface SeriesApi {
  listSeries: Method<Nothing, readonly Series[]>;
  /** Bars [fromIndex, fromIndex + count) of a level, cut to what exists. */
  readBars: Method<{ readonly seriesId: SeriesId; readonly level: number; readonly fromIndex: number; readonly count: number }, BarSlice>;
  /** Index, within the level, of the last bar that opens at or before `time`; -1 before the first. */
  findBar: Method<{ readonly seriesId: SeriesId; readonly level: number; readonly time: TimeMs }, { readonly index: number }>;
  readHigherBars: Method<HigherBarsWish, HigherBars>;
  /** What the higher bar that holds `time` was once the bar that opens at `time` had closed: one bar; null: there is none up to then. */
  readFormingBar: Method<{ readonly seriesId: SeriesId; readonly timeframe: HigherTimeframe; readonly time: TimeMs }, BarColumns | null>;
  /** In as many parts, or in as many as it has bars. */
  readOverview: Method<{ readonly seriesId: SeriesId; readonly parts: number }, SeriesOverview>;
  readCoverage: Method<{ readonly seriesId: SeriesId; readonly edges: Float64Array; readonly runId: RunId | null }, SeriesCoverage>;
  setSeriesTimeZone: Method<{ readonly seriesId: SeriesId; readonly timeZone: string }, Series>;
}
