import { useEffect, useLayoutEffect } from 'react';
import { focusKeyboardHome } from '../../ui/keyboard-home.ts';
import { FIT_MARGIN_BARS } from './editing/use-label-actions.ts';
import type { Scene } from './scene/use-scene.ts';
import { PLACE_MARGIN_BARS, placeIn, startSession, useSession } from './session.ts';

/** Begins at the first bar of each window that is opened, with the whole window in view, or at the place in it that was asked for. */
export function useSessionStart(scene: Scene | null): void {
  const chart = useSession((session) => session.chart);
  // By its bounds: a window in another state is still the same place to be.
  const windowId = scene?.window?.id ?? null;
  const startTime = scene?.window?.startTime ?? null;
  const endTime = scene?.window?.endTime ?? null;
  // Before the window is seen: keys that are pressed from then on find its first bar, not the last cursor of the one before.
  useLayoutEffect(() => startSession(windowId, startTime), [windowId, startTime]);
  useEffect(() => {
    if (chart === null || startTime === null || endTime === null) return;
    const place = placeIn(windowId);
    if (place === null) void chart.showRange(startTime, endTime, FIT_MARGIN_BARS);
    else void chart.showRange(place.startTime, place.endTime, PLACE_MARGIN_BARS);
    if (place !== null) useSession.getState().set({ placeOnArrival: null });
    if (document.activeElement === document.body) focusKeyboardHome();
  }, [chart, windowId, startTime, endTime]);
  // Whoever comes from another screen to the free chart has the focus nowhere.
  useEffect(() => {
    if (chart !== null && document.activeElement === document.body) focusKeyboardHome();
  }, [chart]);
}
