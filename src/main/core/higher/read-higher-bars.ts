import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { HigherBars, HigherBarsWish } from '../../../shared/contract/series.ts';
import { clockOf, type ZoneClock } from '../../../shared/calendar/zone-clock.ts';
import { BAR_COLUMN_NAMES, lastBarAtOrBefore, makeBarColumns, type BarColumns } from '../../../shared/domain/bar.ts';
import { timeframesAbove, type HigherTimeframe } from '../../../shared/domain/higher-timeframe.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import type { Series } from '../../../shared/domain/series.ts';
import { bucketOpening } from '../../../shared/higher/bucket-opening.ts';
import { joinMerged, mergeByClock } from '../../../shared/higher/merge-by-clock.ts';
import { CHUNK_BARS } from '../../store/queries/bar-chunks.ts';
import { findBarIndex, readBarRange, readBarsBetween } from '../../store/queries/bars.ts';
import { readSeries } from '../../store/queries/series.ts';

/** On either side, at most so many bars are merged for one answer: it must not hold up the labels that wait to be stored. */
const MOST_MERGED = 24 * CHUNK_BARS;

/** Whole bars of a higher timeframe around a time. Throws ExpanseError 'not-found', 'invalid-input'. */
export function readHigherBars(db: Database, { seriesId, timeframe, time, before, after }: HigherBarsWish): HigherBars {
  const series = readSeries(db, seriesId);
  const merger: Merger = { db, series, timeframe: requireAbove(series, timeframe), clock: clockOf(series.timeZone) };
  const middle = Math.max(0, findBarIndex(db, seriesId, 0, time)) + 1;
  const left = mergeLeft(merger, middle, before);
  const right = mergeRight(merger, middle, after);
  const joined = joinMerged(left.bars, right.bars);
  const count = joined.time.length;
  const at = Math.max(0, lastBarAtOrBefore(joined.time, time));
  // The outermost ones were cut by where reading ended, unless the series ends there.
  const from = Math.max(left.end === 0 ? 0 : 1, at - before);
  const to = Math.max(from, Math.min(right.end >= series.barCount ? count : count - 1, at + after + 1));
  return { seriesId, timeframe, bars: copyBars(joined, from, to), reachesStart: left.end === 0 && from === 0, reachesEnd: right.end >= series.barCount && to === count };
}

/** In memory of their own: what is sent would else bring all that was merged along. */
function copyBars(bars: BarColumns, from: number, to: number): BarColumns {
  const copy = makeBarColumns(to - from);
  for (const name of BAR_COLUMN_NAMES) copy[name].set(bars[name].subarray(from, to));
  return copy;
}

/** The bar of a higher timeframe that holds `time`, of the series' bars up to and including it; null: it has none yet. */
export function readFormingBar(db: Database, id: SeriesId, timeframe: HigherTimeframe, time: number): BarColumns | null {
  const series = readSeries(db, id);
  const clock = clockOf(series.timeZone);
  const opening = bucketOpening(time, requireAbove(series, timeframe), clock);
  const merged = mergeByClock(readBarsBetween(db, id, opening, time), timeframe, clock);
  return merged.time.length === 0 ? null : copyBars(merged, 0, 1);
}

interface Merger {
  readonly db: Database;
  readonly series: Series;
  readonly timeframe: HigherTimeframe;
  readonly clock: ZoneClock;
}

interface Merged {
  readonly bars: BarColumns;
  /** Where reading ended. */
  readonly end: number;
}

/** Chunk by chunk to the left of bar `from`, until so many whole ones are found beside the one that is cut there. */
function mergeLeft(merger: Merger, from: number, wanted: number): Merged {
  let bars = makeBarColumns(0);
  let end = from;
  while (end > 0 && bars.time.length < wanted + 2 && from - end < MOST_MERGED) {
    const start = Math.floor((end - 1) / CHUNK_BARS) * CHUNK_BARS;
    bars = joinMerged(mergeRange(merger, start, end), bars);
    end = start;
  }
  return { bars, end };
}

function mergeRight(merger: Merger, from: number, wanted: number): Merged {
  const { barCount } = merger.series;
  let bars = makeBarColumns(0);
  let end = from;
  while (end < barCount && bars.time.length < wanted + 2 && end - from < MOST_MERGED) {
    const next = Math.min(barCount, (Math.floor(end / CHUNK_BARS) + 1) * CHUNK_BARS);
    bars = joinMerged(bars, mergeRange(merger, end, next));
    end = next;
  }
  return { bars, end };
}

function mergeRange({ db, series, timeframe, clock }: Merger, from: number, to: number): BarColumns {
  return mergeByClock(readBarRange(db, series.id, 0, from, to - from), timeframe, clock);
}

function requireAbove({ timeframeMs, symbol }: Series, timeframe: HigherTimeframe): HigherTimeframe {
  const possible = timeframesAbove(timeframeMs);
  if (possible.includes(timeframe)) return timeframe;
  throw new ExpanseError('invalid-input', `Bars of ${symbol} cannot be merged into ${timeframe}.`, possible.length === 0 ? 'There is no higher timeframe for this series.' : `Choose one of ${possible.join(', ')}.`);
}
