import type { ComparedWindow, Contender } from '../../../../shared/domain/comparison.ts';
import { goTo, useWorkspace } from '../../../state/workspace.ts';
import { useCompareSession } from '../session.ts';
import { shownPair } from './window-kinds.ts';

/**
 * The window on the Label screen, with what two contenders decode over its labels. Several together have no run of their own:
 * the chart shows the first part's, by its own threshold.
 */
export function openOnChart(window: ComparedWindow, contenders: readonly Pick<Contender, 'mode'>[]): void {
  const { windowId, seriesId, shownBy, decoded } = window;
  const [first, second] = shownPair(window);
  const own = [first, second].filter((place) => place !== null).filter((place) => contenders[place].mode !== 'together');
  useCompareSession.getState().set({ windowId });
  useWorkspace.getState().set({
    seriesId,
    windowId,
    freeChart: false,
    overlayRunId: shownBy[first],
    secondRunId: second === null ? null : shownBy[second],
    overlayThreshold: null,
    judged: { windowId, decoded: own.map((place) => ({ runId: shownBy[place], spans: decoded[place] })) },
  });
  goTo('label');
}
