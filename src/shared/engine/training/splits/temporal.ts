import type { SplitPart } from '../../../domain/window.ts';
import { deal } from './deal.ts';
import { orderByTime, type SplitWindow } from './split-window.ts';

const LATER_PARTS: Readonly<Record<SplitPart, readonly SplitPart[]>> = { train: ['val', 'test'], val: ['test'], test: [], embargo: [] };

/**
 * The earliest windows train, the next validate, the latest test. Takes out every window that ends at or after the time at
 * which a later part begins, in whatever series, and every one that has less than its own length of bars between itself and
 * a later part's first window in its own series.
 */
export function splitByTime(windows: readonly SplitWindow[], validation: number, test: number): SplitPart[] {
  const parts = deal(orderByTime(windows), validation, test);
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
