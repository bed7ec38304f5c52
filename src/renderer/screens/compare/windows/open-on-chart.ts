import type { ComparedWindow } from '../../../../shared/domain/comparison.ts';
import { goTo, useWorkspace } from '../../../state/workspace.ts';
import { useCompareSession } from '../session.ts';
import { shownPair } from './window-kinds.ts';

/** The window on the Label screen, with what two contenders decode over its labels. */
export function openOnChart(window: ComparedWindow): void {
  const { windowId, seriesId, shownBy, decoded } = window;
  const [first, second] = shownPair(window);
  useCompareSession.getState().set({ windowId });
  useWorkspace.getState().set({
    seriesId,
    windowId,
    freeChart: false,
    overlayRunId: shownBy[first],
    secondRunId: shownBy[second],
    overlayThreshold: null,
    judged: { windowId, decoded: [first, second].map((place) => ({ runId: shownBy[place], spans: decoded[place] })) },
  });
  goTo('label');
}
