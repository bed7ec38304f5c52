import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ChartLayers, ChartMode } from '../chart/chart-types.ts';

interface ViewOptions {
  readonly mode: ChartMode;
  readonly show: ChartLayers;
  /** null: the zone of the series. */
  readonly timeZone: string | null;
  /** A digit goes on to the next span, too. */
  readonly advance: boolean;
  /** Edges that are dragged are drawn to swings. */
  readonly snapToSwings: boolean;
  set(change: Partial<Pick<ViewOptions, 'mode' | 'timeZone' | 'advance' | 'snapToSwings'>>): void;
  toggle(layer: keyof ChartLayers): void;
}

/** How the chart is looked at; the person's habit, the same in every project. */
export const useViewOptions = create<ViewOptions>()(
  persist(
    (set) => ({
      mode: 'label',
      show: { labels: true, predictedSpans: true, probability: true, volume: true, softMask: true, days: true, ema: false, vwap: false, atr: false, features: false },
      timeZone: null,
      advance: false,
      snapToSwings: false,
      set: (change) => set(change),
      toggle: (layer) => set((state) => ({ show: { ...state.show, [layer]: !state.show[layer] } })),
    }),
    { name: 'expanse:view', version: 1, merge: (kept, now) => withNewLayers(now, kept as Partial<ViewOptions> | undefined) },
  ),
);

/** What was kept before a layer existed says nothing of it. */
function withNewLayers(now: ViewOptions, kept: Partial<ViewOptions> | undefined): ViewOptions {
  return { ...now, ...kept, show: { ...now.show, ...kept?.show } };
}
