import type { SplitConfig } from '../../domain/train-config.ts';
import type { SplitPart } from '../../domain/window.ts';
import { randomOrder, streamKey } from '../model/counter-random.ts';

// Apart from every stream that a training itself draws from.
const SPLIT_STREAM = 0x5911;

/** What a split looks at. `fromIndex`: index of the window's first bar within its series. Times are UTC milliseconds. */
export interface SplitWindow {
  readonly series: number;
  readonly fromIndex: number;
  readonly length: number;
  readonly startTime: number;
  readonly endTime: number;
  /** Its part in the dataset that it came with; null where it came with none. */
  readonly ownPart: SplitPart | null;
}

/**
 * The part of each window, in the order given. `embargo` windows are used by no part.
 * Only `temporal` keeps overlapping windows out of different parts by itself; `random` leaks, and `dataset` is used as given.
 */
export function splitWindows(windows: readonly SplitWindow[], config: SplitConfig, seed: number): readonly SplitPart[] {
  switch (config.kind) {
    case 'dataset':
      return windows.map(({ ownPart }) => ownPart ?? 'embargo');
    case 'random':
      return deal([...randomOrder(streamKey(seed, SPLIT_STREAM), windows.length)], config.validation, config.test);
    case 'temporal':
      return withEmbargo(windows, deal(orderByTime(windows), config.validation, config.test));
  }
}

/** The first windows of the order train, the next validate, the last test; a wanted part gets a window while one is left. */
function deal(order: readonly number[], validation: number, test: number): SplitPart[] {
  const count = order.length;
  const testCount = wanted(test, count, count - 1);
  const valCount = wanted(validation, count, count - 1 - testCount);
  const parts = new Array<SplitPart>(count);
  order.forEach((window, place) => {
    if (place >= count - testCount) parts[window] = 'test';
    else parts[window] = place >= count - testCount - valCount ? 'val' : 'train';
  });
  return parts;
}

function wanted(share: number, count: number, atMost: number): number {
  return share <= 0 ? 0 : Math.max(0, Math.min(atMost, Math.max(1, Math.round(share * count))));
}

function orderByTime(windows: readonly SplitWindow[]): number[] {
  return [...windows.keys()].sort((a, b) => windows[a].startTime - windows[b].startTime || windows[a].series - windows[b].series || a - b);
}

const LATER_PARTS: Readonly<Record<SplitPart, readonly SplitPart[]>> = { train: ['val', 'test'], val: ['test'], test: [], embargo: [] };

/**
 * Takes out every window that ends at or after the time at which a later part begins, in whatever series, and every one that
 * has less than its own length of bars between itself and a later part's first window in its own series.
 */
function withEmbargo(windows: readonly SplitWindow[], parts: readonly SplitPart[]): SplitPart[] {
  const beginnings = { train: beginningOf('train'), val: beginningOf('val'), test: beginningOf('test'), embargo: beginningOf('embargo') };
  return windows.map((window, n) => (isClear(window, beginnings[parts[n]]) ? parts[n] : 'embargo'));

  function beginningOf(part: SplitPart): Beginning {
    return firstOf(windows.filter((_, n) => LATER_PARTS[part].includes(parts[n])));
  }
}

/** Where some windows begin: the earliest time, and in each series the lowest bar index. */
interface Beginning {
  readonly time: number;
  readonly index: ReadonlyMap<number, number>;
}

function firstOf(windows: readonly SplitWindow[]): Beginning {
  const index = new Map<number, number>();
  let time = Infinity;
  for (const { series, startTime, fromIndex } of windows) {
    time = Math.min(time, startTime);
    index.set(series, Math.min(index.get(series) ?? Infinity, fromIndex));
  }
  return { time, index };
}

function isClear(window: SplitWindow, later: Beginning): boolean {
  return window.endTime < later.time && window.fromIndex + 2 * window.length <= (later.index.get(window.series) ?? Infinity);
}
