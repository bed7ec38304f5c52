import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../shared/contract/errors.ts';
import type { ParamsOf, ValueOf } from '../../shared/contract/contract.ts';
import { readTimesBetween } from '../store/queries/bars.ts';
import { readSeries } from '../store/queries/series.ts';
import { findWindow, insertWindows, type WindowDraft } from '../store/queries/windows.ts';

const MAX_WINDOWS = 250_000;

/**
 * Windows of `length` bars every `stride` bars, counted from the first bar of the range; the last window ends within it.
 * Throws ExpanseError 'not-enough-data' where the range holds less than one window.
 */
export function makeWindows(db: Database, request: ParamsOf<'makeWindows'>): ValueOf<'makeWindows'> {
  const series = readSeries(db, request.seriesId);
  const times = readTimesBetween(db, series.id, request.from ?? series.firstTime ?? 0, request.to ?? series.lastTime ?? -1);
  requireReasonable(times.length, request.length, request.stride, series.symbol);
  const drafts = cutWindows(times, request);
  const made = insertWindows(db, drafts).filter((id) => id !== null);
  const firstWindowId = made[0] ?? findWindow(db, series.id, drafts[0].startTime, request.length);
  return { made: made.length, existing: drafts.length - made.length, firstWindowId };
}

function cutWindows(times: Float64Array, { seriesId, length, stride }: ParamsOf<'makeWindows'>): readonly WindowDraft[] {
  const drafts: WindowDraft[] = [];
  for (let first = 0; first + length <= times.length; first += stride) {
    drafts.push({ seriesId, startTime: times[first], endTime: times[first + length - 1], length, datasetId: null, split: null });
  }
  return drafts;
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
