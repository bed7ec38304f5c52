import type { ZoneClock } from '../calendar/zone-clock.ts';
import { BAR_COLUMN_NAMES, makeBarColumns, viewBars, type BarColumns } from '../domain/bar.ts';
import type { HigherTimeframe } from '../domain/higher-timeframe.ts';
import { bucketOpening } from './bucket-opening.ts';

/**
 * Bars merged into those of a higher timeframe, each at its bucket's opening time; the first and the last may hold only some of
 * their bars. Where there are no bars there is none. Volume is the sum of what is known, NaN where nothing is. O(n).
 */
export function mergeByClock(bars: BarColumns, timeframe: HigherTimeframe, clock: ZoneClock): BarColumns {
  const merged = makeBarColumns(bars.time.length);
  let last = -1;
  for (let i = 0; i < bars.time.length; i++) {
    const opening = bucketOpening(bars.time[i], timeframe, clock);
    // A clock that is set back over midnight must not begin a day a second time.
    if (last >= 0 && opening <= merged.time[last]) addBar(merged, last, bars, i);
    else beginBar(merged, ++last, bars, i, opening);
  }
  return viewBars(merged, 0, last + 1);
}

/** Merged bars of neighbouring stretches as those of the whole stretch: a bar that was cut between them is one again. */
export function joinMerged(before: BarColumns, after: BarColumns): BarColumns {
  const kept = before.time.length;
  if (kept === 0 || after.time.length === 0) return kept === 0 ? after : before;
  const isCut = after.time[0] <= before.time[kept - 1];
  const joined = makeBarColumns(kept + after.time.length - (isCut ? 1 : 0));
  for (const name of BAR_COLUMN_NAMES) {
    joined[name].set(before[name]);
    joined[name].set(isCut ? after[name].subarray(1) : after[name], kept);
  }
  if (isCut) addBar(joined, kept - 1, after, 0);
  return joined;
}

function beginBar(into: BarColumns, at: number, bars: BarColumns, i: number, opening: number): void {
  for (const name of BAR_COLUMN_NAMES) into[name][at] = bars[name][i];
  into.time[at] = opening;
}

function addBar(into: BarColumns, at: number, bars: BarColumns, i: number): void {
  if (bars.high[i] > into.high[at]) into.high[at] = bars.high[i];
  if (bars.low[i] < into.low[at]) into.low[at] = bars.low[i];
  into.close[at] = bars.close[i];
  if (!Number.isNaN(bars.volume[i])) into.volume[at] = (Number.isNaN(into.volume[at]) ? 0 : into.volume[at]) + bars.volume[i];
}
