import { useEffect } from 'react';
import { focusKeyboardHome } from '../../ui/keyboard-home.ts';
import { FIT_MARGIN_BARS } from './editing/use-label-actions.ts';
import type { Scene } from './scene/use-scene.ts';
import { startSession, useSession } from './session.ts';

/** Begins at the first bar of each window that is opened, with the whole window in view. */
export function useSessionStart(scene: Scene | null): void {
  const chart = useSession((session) => session.chart);
  // By its bounds: a window in another state is still the same place to be.
  const startTime = scene?.window?.startTime ?? null;
  const endTime = scene?.window?.endTime ?? null;
  useEffect(() => startSession(startTime), [startTime]);
  useEffect(() => {
    if (chart === null || startTime === null || endTime === null) return;
    void chart.showRange(startTime, endTime, FIT_MARGIN_BARS);
    if (document.activeElement === document.body) focusKeyboardHome();
  }, [chart, startTime, endTime]);
  // Whoever comes from another screen to the free chart has the focus nowhere.
  useEffect(() => {
    if (chart !== null && document.activeElement === document.body) focusKeyboardHome();
  }, [chart]);
}
