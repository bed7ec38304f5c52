import type { WindowId } from '../../../../shared/domain/ids.ts';
import type { LabelWindow, WindowState } from '../../../../shared/domain/window.ts';
import { useEditLabels, useOutbox } from '../../../labels/labels-context.tsx';
import { useCore } from '../../../rpc/core-context.tsx';
import { useGuide } from '../../../state/guide.ts';
import { isNarrow, pendingOf } from '../../../state/queue-choice.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { showError, showNote } from '../../../ui/toast-manager.ts';
import { useKeyText } from '../../../ui/use-key-text.ts';
import { toAppError } from '../../../../shared/contract/errors.ts';
import { refuseInPast } from '../history/refuse-in-past.ts';
import { useQueueView } from '../queue/use-queue-view.ts';
import type { Scene } from '../scene/use-scene.ts';
import { rememberDone, rememberVisit, takeVisited, useSession } from '../session.ts';
import { makeTurns } from './make-turns.ts';

/** A key that is pressed before the one before it has led anywhere starts from where that one leads. */
const turns = makeTurns((isLeaving) => useSession.getState().set({ isLeaving }));

/** Walking through the queue. */
export interface WindowFlow {
  open(windowId: WindowId): void;
  /** Marks the window as reviewed and opens the next pending one. */
  complete(): Promise<void>;
  skip(reason: string): Promise<void>;
  reopen(): void;
  /** false: none was open before. */
  back(): void | false;
  step(direction: 'next' | 'previous'): Promise<void>;
}

export function useWindowFlow(scene: Scene | null): WindowFlow {
  const core = useCore();
  const edit = useEditLabels();
  const outbox = useOutbox();
  const keyOfEnd = useKeyText('span.start-end');
  const keyOfDrop = useKeyText('span.deselect');
  const window = scene?.window ?? null;
  const view = useQueueView();

  const show = (windowId: WindowId) => useWorkspace.getState().set({ windowId, freeChart: false });
  const open = (windowId: WindowId) => {
    const { windowId: left } = useWorkspace.getState();
    if (left !== null && left !== windowId) rememberVisit(left);
    show(windowId);
  };

  async function openNextPending() {
    // What was labelled just now lies nearer to the run than before: the furthest apart that waits is the first of them, not one after it.
    const after = view.order?.kind === 'disagreeing' ? null : (window?.id ?? null);
    const next = await core.call('nextWindow', { ...pendingOf(view), after, direction: 'next' });
    if (next === null) tellDone();
    else open(next.windowId);
  }

  const tellDone = () =>
    isNarrow(useWorkspace.getState().queue) ? showNote('Every window that the filters let through is done', 'Clear the filters of the queue to go on with others.') : showNote('Every window is done', 'Make more windows, or train on what you have.');

  async function leaveAs(state: WindowState, skipReason?: string) {
    if (scene === null || window === null || refuseInPast(scene)) return;
    if (window.id !== useWorkspace.getState().windowId) return showNote('Another window is being opened', 'Nothing was changed: do it again once its bars are there.');
    await turns.take(() => storeAndLeave(window, state, skipReason));
  }

  // The core looks for the next pending window, so it has to know of the edit first.
  async function storeAndLeave(left: LabelWindow, state: WindowState, skipReason?: string) {
    if (left.state !== state || state === 'skipped') {
      await outbox.settled(edit({ kind: 'set-window-state', windowId: left.id, state, skipReason }));
      rememberDone(Date.now());
    }
    await openNextPending();
  }

  async function step(direction: 'next' | 'previous') {
    // From the window that was asked for last, which may not be in view yet when a key is pressed quickly.
    const found = await core.call('nextWindow', { ...view, after: useWorkspace.getState().windowId, direction });
    if (found !== null) open(found.windowId);
  }

  function goBack(): boolean {
    const before = takeVisited();
    if (before !== null) show(before);
    return before !== null;
  }

  const telling = (work: Promise<void>) => work.catch((thrown: unknown) => showError(toAppError(thrown)));

  return {
    open,
    complete: async () => {
      if (useSession.getState().pendingStart !== null) {
        return showNote('A span is begun', `${keyOfEnd} ends it at the cursor, ${keyOfDrop} drops it; then complete the window.`);
      }
      useGuide.getState().did('complete');
      await telling(leaveAs('reviewed'));
    },
    skip: (reason) => telling(leaveAs('skipped', reason)),
    reopen: () => {
      if (scene !== null && window !== null && window.state !== 'pending' && !refuseInPast(scene)) edit({ kind: 'set-window-state', windowId: window.id, state: 'pending' });
    },
    back: () => {
      if (turns.isBusy()) return void turns.take(async () => void goBack());
      return goBack() ? undefined : false;
    },
    step: (direction) => telling(turns.take(() => step(direction))),
  };
}
