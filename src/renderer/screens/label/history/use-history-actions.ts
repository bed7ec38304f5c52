import { useEffect } from 'react';
import { useActions } from '../../../actions/actions-context.tsx';
import { useOutbox } from '../../../labels/labels-context.tsx';
import { useHistoryView } from '../../../state/history-view.ts';
import type { Scene } from '../scene/use-scene.ts';
import { closeHistory, returnToNow } from './look-at-step.ts';
import { refuseInPast } from './refuse-in-past.ts';

/** What keys and buttons do while the history is shown. To be called after what registers the usual meaning of the same keys. */
export function useHistoryActions(scene: Scene): void {
  const outbox = useOutbox();
  // The next screen, or project, begins at now.
  useEffect(() => () => useHistoryView.getState().set({ past: null, home: null }), []);
  const refuse = () => (refuseInPast(scene) ? undefined : false);
  useActions({
    // Elsewhere the key comes here and opens it.
    'history.show': () => (useHistoryView.getState().isOpen ? closeHistory() : false),
    // What is seen would not change, and what changes would not be seen.
    'app.undo': refuse,
    'app.redo': refuse,
    'span.deselect': () => {
      if (useHistoryView.getState().past !== null) return returnToNow();
      return focusedRow() === null ? false : closeHistory();
    },
    'history.go-to': () => {
      const sequence = chosenStep();
      if (sequence === null) return false;
      // What one has seen and asked for is here, so here one stays.
      useHistoryView.getState().set({ past: null, home: null });
      outbox.add({ kind: 'go-to', sequence });
    },
  });
}

function focusedRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-sequence]') ?? null;
}

/** The step that is looked at, else the one that has the focus. */
function chosenStep(): number | null {
  const { past } = useHistoryView.getState();
  if (past !== null) return past.sequence;
  const row = focusedRow();
  return row === null ? null : Number(row.dataset.sequence);
}
