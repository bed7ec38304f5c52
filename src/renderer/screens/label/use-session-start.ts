import { useEffect } from 'react';
import { FIT_MARGIN_BARS } from './editing/use-label-actions.ts';
import type { Scene } from './scene/use-scene.ts';
import { startSession, useSession } from './session.ts';

/** Begins at the first bar of each window that is opened, with the whole window in view. */
export function useSessionStart(scene: Scene | null): void {
  const chart = useSession((session) => session.chart);
  const window = scene?.window ?? null;
  const seriesId = scene?.series.id;
  useEffect(() => {
    if (seriesId !== undefined) startSession(window?.startTime ?? null);
    // A window in another state is still the same place to be.
  }, [seriesId, window?.id]);
  useEffect(() => {
    if (chart === null || window === null) return;
    void chart.showRange(window.startTime, window.endTime, FIT_MARGIN_BARS);
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('[data-area=chart]')?.focus();
  }, [chart, window?.id]);
}
