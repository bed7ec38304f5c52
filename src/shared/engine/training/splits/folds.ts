import type { SplitPart } from '../../../domain/window.ts';
import { orderByTime, type SplitWindow } from './split-window.ts';

/**
 * Purged k-fold (López de Prado 2018, chapter 7): the windows in time are cut into `count` blocks of about one size, of which
 * number `fold` (from 1) validates. Of the others, before and after it, those train that keep a window's length from the
 * block: of time in whatever series, and of bars in a series that the block holds windows of.
 */
export function splitIntoFolds(windows: readonly SplitWindow[], count: number, fold: number): SplitPart[] {
  const order = orderByTime(windows);
  const start = (block: number): number => Math.floor((block * windows.length) / count);
  const validating = new Set(order.slice(start(fold - 1), start(fold)));
  const block = reachOf([...validating].map((n) => windows[n]));
  const durations = durationsOf(windows);
  return windows.map((window, n) => {
    if (validating.has(n)) return 'val';
    return isClearInTime(window, block, durations) && isClearInBars(window, block.bars.get(window.series)) ? 'train' : 'embargo';
  });
}

/** From where to where some windows reach: in time, and in the bars of each series. */
interface Reach {
  readonly from: number;
  readonly to: number;
  readonly bars: ReadonlyMap<number, BarReach>;
}

/** `end`: one past the last bar. `longest`: length of the longest window. */
interface BarReach {
  readonly first: number;
  readonly end: number;
  readonly longest: number;
}

const NOWHERE: BarReach = { first: Infinity, end: -Infinity, longest: 0 };

function reachOf(windows: readonly SplitWindow[]): Reach {
  const bars = new Map<number, BarReach>();
  let [from, to] = [Infinity, -Infinity];
  for (const { series, fromIndex, length, startTime, endTime } of windows) {
    const { first, end, longest } = bars.get(series) ?? NOWHERE;
    bars.set(series, { first: Math.min(first, fromIndex), end: Math.max(end, fromIndex + length), longest: Math.max(longest, length) });
    from = Math.min(from, startTime);
    to = Math.max(to, endTime);
  }
  return { from, to, bars };
}

/** How long a window of each series lasts: the shortest, because others may hold a night or a weekend. */
function durationsOf(windows: readonly SplitWindow[]): ReadonlyMap<number, number> {
  const durations = new Map<number, number>();
  for (const { series, startTime, endTime } of windows) durations.set(series, Math.min(durations.get(series) ?? Infinity, endTime - startTime));
  return durations;
}

function isClearInTime({ series, startTime, endTime }: SplitWindow, block: Reach, durations: ReadonlyMap<number, number>): boolean {
  const embargo = Math.max(durations.get(series)!, ...[...block.bars.keys()].map((other) => durations.get(other)!));
  return endTime + embargo < block.from || startTime > block.to + embargo;
}

function isClearInBars({ fromIndex, length }: SplitWindow, { first, end, longest }: BarReach = NOWHERE): boolean {
  const embargo = Math.max(length, longest);
  return fromIndex + length + embargo <= first || fromIndex >= end + embargo;
}
