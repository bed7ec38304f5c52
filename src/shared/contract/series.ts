import type { BarColumns } from '../domain/bar.ts';
import type { SeriesId } from '../domain/ids.ts';
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

export interface SeriesApi {
  listSeries: Method<Nothing, readonly Series[]>;
  /** Bars [fromIndex, fromIndex + count) of a level, cut to what exists. */
  readBars: Method<{ readonly seriesId: SeriesId; readonly level: number; readonly fromIndex: number; readonly count: number }, BarSlice>;
  /** Index, within the level, of the last bar that opens at or before `time`; -1 before the first. */
  findBar: Method<{ readonly seriesId: SeriesId; readonly level: number; readonly time: TimeMs }, { readonly index: number }>;
  setSeriesTimeZone: Method<{ readonly seriesId: SeriesId; readonly timeZone: string }, Series>;
}
