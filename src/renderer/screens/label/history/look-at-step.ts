import type { HistoryItem, HistoryPlace } from '../../../../shared/contract/labels.ts';
import { useHistoryView, type Past } from '../../../state/history-view.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { focusKeyboardHome } from '../../../ui/keyboard-home.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';

/** How the moment before the first step is called. */
export const BEFORE_ALL: Past = { sequence: 0, at: null, description: 'Before the first step' };

/** Shows the labels as they were after a step, where it was made. null: before the first step, where one is. */
export function lookAtStep(item: HistoryItem | null, scene: Scene): void {
  const { past, home, set } = useHistoryView.getState();
  const { windowId, freeChart, seriesId } = useWorkspace.getState();
  const next: Past = item === null ? BEFORE_ALL : { sequence: item.sequence, at: item.at, description: item.description };
  if (past?.sequence === next.sequence) return;
  useSession.getState().set({ pendingStart: null, edge: null });
  set({ past: next, home: past === null ? { windowId, freeChart, seriesId } : home });
  if (item !== null && item.place !== null) goToPlace(item.place, scene);
}

function goToPlace({ seriesId, windowId, time, spanId }: HistoryPlace, { series, window }: Scene): void {
  const session = useSession.getState();
  const isInView = window !== null && (windowId === null ? series.id === seriesId && time >= window.startTime && time <= window.endTime : windowId === window.id);
  if (isInView) return session.set({ selectedId: spanId });
  if (windowId !== null) {
    session.set({ selectOnArrival: spanId });
    return useWorkspace.getState().set({ windowId, freeChart: false });
  }
  useWorkspace.getState().set({ freeChart: true, seriesId });
  session.set({ selectedId: spanId });
  if (series.id === seriesId) void session.chart?.showTime(time);
}

/** Shows the labels of now again, where one was before. */
export function returnToNow(): void {
  const { home, set } = useHistoryView.getState();
  set({ past: null, home: null });
  if (home !== null) useWorkspace.getState().set(home);
}

export function closeHistory(): void {
  const { past, set } = useHistoryView.getState();
  if (past !== null) returnToNow();
  set({ isOpen: false });
  focusKeyboardHome();
}
