import { useEffect, useRef } from 'react';
import type { ActionHandler, ActionHandlers } from '../../../actions/action-board.ts';
import type { ActionId } from '../../../actions/action-definitions.ts';
import { useWorkspace, type Workspace } from '../../../state/workspace.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import { makeKeyQueue, type KeyQueue } from './key-queue.ts';

/**
 * The same actions, which wait while a window is being left or opened: keys that come in between are meant for the window that
 * comes, and neither lost nor carried out on the one that is still drawn.
 */
export function useWaitingKeys(scene: Scene, handlers: ActionHandlers): ActionHandlers {
  const queue = useRef<KeyQueue>(null);
  queue.current ??= makeKeyQueue();
  const latest = useRef({ scene, handlers });
  useEffect(() => {
    latest.current = { scene, handlers };
  });
  const isLeaving = useSession((session) => session.isLeaving);
  const asked = useWorkspace();
  const isReady = isSettled(scene, asked, isLeaving);
  useEffect(() => {
    if (!isReady || queue.current!.isEmpty()) return;
    let frame = requestAnimationFrame(next);
    // One a frame, so that each finds what the one before has done.
    function next(): void {
      const { scene: shown, handlers: now } = latest.current;
      if (!isSettledNow(shown)) return;
      const id = queue.current!.take(performance.now());
      if (id === null) return;
      now[id]?.(0);
      frame = requestAnimationFrame(next);
    }
    return () => cancelAnimationFrame(frame);
  }, [isReady]);

  const waiting = (id: ActionId, handle: ActionHandler): ActionHandler => (repeats) => {
    if (queue.current!.isEmpty() && isSettledNow(scene)) return handle(repeats);
    queue.current!.add(id, performance.now());
  };
  return Object.fromEntries(Object.entries(handlers).map(([id, handle]) => [id, waiting(id as ActionId, handle)]));
}

/** Whether what is drawn is what was asked for last. */
function isSettled({ window, bars }: Scene, { windowId, freeChart }: Pick<Workspace, 'windowId' | 'freeChart'>, isLeaving: boolean): boolean {
  if (isLeaving) return false;
  if (freeChart || windowId === null) return window === null;
  return window?.id === windowId && bars !== null;
}

const isSettledNow = (scene: Scene): boolean => isSettled(scene, useWorkspace.getState(), useSession.getState().isLeaving);
