import { BAR_COLUMN_NAMES, makeBarColumns, type BarColumns } from '../../../shared/domain/bar.ts';
import { usualStep } from '../time/step.ts';

/** [time, open, high, low, close, volume] */
export type BarTuple = readonly number[];

/** Collects the bars of overlapping windows, every time once. */
export interface BarUnion {
  /** null, or the time of a bar that differs from the same bar of an earlier window. */
  add(bars: readonly BarTuple[]): number | null;
  toSeries(): { readonly timeframeMs: number; readonly bars: BarColumns };
}

const FALLBACK_TIMEFRAME = 60_000;

export function makeBarUnion(): BarUnion {
  const byTime = new Map<number, BarTuple>();
  return {
    add: (bars) => {
      for (const bar of bars) {
        const known = byTime.get(bar[0]);
        if (known !== undefined && known.some((value, column) => value !== bar[column])) return bar[0];
        byTime.set(bar[0], bar);
      }
      return null;
    },
    toSeries: () => {
      const sorted = [...byTime.values()].sort((a, b) => a[0] - b[0]);
      const bars = makeBarColumns(sorted.length);
      sorted.forEach((bar, i) => BAR_COLUMN_NAMES.forEach((name, column) => (bars[name][i] = bar[column] ?? Number.NaN)));
      return { timeframeMs: usualStep(bars.time) ?? FALLBACK_TIMEFRAME, bars };
    },
  };
}
