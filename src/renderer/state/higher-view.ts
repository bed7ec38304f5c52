import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { timeframesAbove, type HigherTimeframe } from '../../shared/domain/higher-timeframe.ts';
import type { Series } from '../../shared/domain/series.ts';

interface HigherView {
  readonly isOpen: boolean;
  /** Chosen by the person; a series may have no such timeframe. */
  readonly timeframe: HigherTimeframe;
  set(change: Partial<Pick<HigherView, 'isOpen' | 'timeframe'>>): void;
}

/** Whether a higher timeframe stands under the chart, and which; the person's habit, the same in every project. */
export const useHigherView = create<HigherView>()(
  persist((set) => ({ isOpen: false, timeframe: '15m', set: (change) => set(change) }), { name: 'expanse:higher', version: 1 }),
);

/** The chosen one, or the nearest one above the bars of the series; null: it has none. */
export function timeframeFor({ timeframeMs }: Pick<Series, 'timeframeMs'>, chosen: HigherTimeframe): HigherTimeframe | null {
  const possible = timeframesAbove(timeframeMs);
  return possible.includes(chosen) ? chosen : (possible[0] ?? null);
}
