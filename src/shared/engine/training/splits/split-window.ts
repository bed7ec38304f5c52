import type { SplitPart } from '../../../domain/window.ts';

/** What a split looks at. `fromIndex`: index of the window's first bar within its series. Times are UTC milliseconds. */
export interface SplitWindow {
  readonly series: number;
  /** Of its series; several series may share one. */
  readonly symbol: string;
  readonly fromIndex: number;
  readonly length: number;
  readonly startTime: number;
  readonly endTime: number;
  /** Its part in the dataset that it came with; null where it came with none. */
  readonly ownPart: SplitPart | null;
}

/** Indices of the windows by the time at which they begin; at the same time by series, then as given. */
export function orderByTime(windows: readonly SplitWindow[]): number[] {
  return [...windows.keys()].sort((a, b) => windows[a].startTime - windows[b].startTime || windows[a].series - windows[b].series || a - b);
}
