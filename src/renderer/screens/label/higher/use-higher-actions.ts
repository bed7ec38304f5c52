import { useActions } from '../../../actions/actions-context.tsx';
import { timeframesAbove } from '../../../../shared/domain/higher-timeframe.ts';
import { nextInCycle } from '../../../labels/next-in-cycle.ts';
import { timeframeFor, useHigherView } from '../../../state/higher-view.ts';
import { focusKeyboardHome } from '../../../ui/keyboard-home.ts';
import { showNote } from '../../../ui/toast-manager.ts';
import type { Scene } from '../scene/use-scene.ts';

/** Keys of the pane under the chart; after those of labelling, so that Escape in the pane leaves it first. */
export function useHigherActions({ series }: Scene): void {
  useActions({
    'chart.higher': () => {
      const { isOpen, set } = useHigherView.getState();
      if (timeframesAbove(series.timeframeMs).length === 0) return sayNone(series.symbol);
      // The focus must not be lost with the pane.
      if (isOpen && isPaneFocused()) focusKeyboardHome();
      set({ isOpen: !isOpen });
    },
    'chart.higher-next': () => {
      const { isOpen, timeframe, set } = useHigherView.getState();
      const now = timeframeFor(series, timeframe);
      if (now === null) return sayNone(series.symbol);
      // What is not seen is shown first, as it was.
      set(isOpen ? { timeframe: nextInCycle(timeframesAbove(series.timeframeMs), now) } : { isOpen: true });
    },
    'span.deselect': () => (isPaneFocused() ? focusKeyboardHome() : false),
  });
}

const isPaneFocused = (): boolean => document.activeElement?.closest('[data-area=higher]') != null;

function sayNone(symbol: string): void {
  showNote('There is no higher timeframe', `The bars of ${symbol} cannot be merged into one.`);
}
