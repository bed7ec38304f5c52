import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../shared/contract/errors.ts';
import type { ParamsOf, ValueOf } from '../../shared/contract/contract.ts';
import { makeBarColumns, type BarColumns } from '../../shared/domain/bar.ts';
import type { Series } from '../../shared/domain/series.ts';
import { chooseWindows } from '../../shared/queue/choose-windows.ts';
import type { WindowTake } from '../../shared/queue/window-take.ts';
import { readBarsBetween, readTimesBetween } from '../store/queries/bars.ts';
import { readSeries } from '../store/queries/series.ts';
import { findWindow, insertWindows, readAllWindows, type WindowDraft } from '../store/queries/windows.ts';
import { clockHour } from './clock-hour.ts';

const MAX_WINDOWS = 250_000;

/**
 * Windows of `length` bars, one every `stride` bars counted from the first bar of the range, or those of them that `take` chooses;
 * the last window ends within the range. Throws ExpanseError 'not-enough-data' where the range holds less than one window.
 */
export function makeWindows(db: Database, request: ParamsOf<'makeWindows'>): ValueOf<'makeWindows'> {
  const { length, stride, take = { kind: 'every' } } = request;
  const series = readSeries(db, request.seriesId);
  const [from, to] = [request.from ?? series.firstTime ?? 0, request.to ?? series.lastTime ?? -1];
  const bars = needsPrices(take) ? readBarsBetween(db, series.id, from, to) : withTimes(readTimesBetween(db, series.id, from, to));
  requireReasonable(bars.time.length, length, stride, series.symbol);
  const firsts = chooseWindows(bars, { length, stride, take, ...standing(db, series, bars, length), hourOf: (time) => clockHour(time, series.timeZone) });
  const drafts = firsts.map((first): WindowDraft => ({ seriesId: series.id, startTime: bars.time[first], endTime: bars.time[first + length - 1], length, datasetId: null, split: null }));
  const made = insertWindows(db, drafts).filter((id) => id !== null);
  const firstWindowId = made[0] ?? (drafts.length === 0 ? null : findWindow(db, series.id, drafts[0].startTime, length));
  return { made: made.length, existing: drafts.length - made.length, firstWindowId };
}

const needsPrices = (take: WindowTake): boolean => take.kind === 'rule' || (take.kind === 'stratified' && take.by === 'volatility');

/** Bars whose prices nobody asks for. */
const withTimes = (time: Float64Array): BarColumns => ({ ...makeBarColumns(0), time });

/** The bars that windows of the series hold already, and where those of this length begin. */
function standing(db: Database, { id }: Series, { time }: BarColumns, length: number): { readonly taken: Uint8Array; readonly exists: (first: number) => boolean } {
  const taken = new Uint8Array(time.length);
  const begins = new Set<number>();
  for (const window of readAllWindows(db, { seriesId: id })) {
    taken.fill(1, firstAtOrAfter(time, window.startTime), firstAtOrAfter(time, window.endTime + 1));
    if (window.length === length && window.dataset === null) begins.add(window.startTime);
  }
  return { taken, exists: (first) => begins.has(time[first]) };
}

/** Index of the first of the ascending times that is not before `wanted`; their number where all are. */
function firstAtOrAfter(time: Float64Array, wanted: number): number {
  let [low, high] = [0, time.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function requireReasonable(bars: number, length: number, stride: number, symbol: string): void {
  if (bars < length) {
    const message = `${symbol} has ${bars} bars in this range; a window needs ${length}.`;
    throw new ExpanseError('not-enough-data', message, 'Choose a longer range or a shorter window.');
  }
  const count = Math.floor((bars - length) / stride) + 1;
  if (count > MAX_WINDOWS) {
    const message = `A stride of ${stride} gives ${count} windows; at most ${MAX_WINDOWS} are made at once.`;
    throw new ExpanseError('invalid-input', message, 'Choose a larger stride or a shorter range.');
  }
}
