import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ActionHandlers } from '../../../actions/action-board.ts';
import { useActionBoard } from '../../../actions/actions-context.tsx';
import { useWorkspace, type Workspace } from '../../../state/workspace.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import { makeWaitingKeys } from './waiting-keys.ts';

export interface ActionsThatWait {
  /** Wait while a window is being left or opened. */
  readonly onWindow: ActionHandlers;
  /** Are carried out at once whatever is open, unless others wait already: they keep their turn. */
  readonly anywhere: ActionHandlers;
}

/**
 * All of these actions: keys that come while a window is being left or opened are meant for the window that comes, and neither
 * lost nor carried out on the one that is still drawn, nor out of their order.
 */
export function useWaitingKeys(scene: Scene, { onWindow, anywhere }: ActionsThatWait): ActionHandlers {
  const board = useActionBoard();
  const [keys] = useState(() => makeWaitingKeys());
  const shown = useRef(scene);
  useLayoutEffect(() => {
    shown.current = scene;
  });
  const isLeaving = useSession((session) => session.isLeaving);
  const asked = useWorkspace();
  const isReady = isSettled(scene, asked, isLeaving);
  useEffect(() => {
    if (!isReady || keys.isEmpty()) return;
    let frame = requestAnimationFrame(next);
    // One a frame, so that each finds what the one before has done.
    function next(): void {
      if (isSettledNow(shown.current) && keys.playNext(board)) frame = requestAnimationFrame(next);
    }
    return () => cancelAnimationFrame(frame);
  }, [isReady, keys, board]);
  return {
    ...keys.after(() => !isSettledNow(scene), onWindow),
    ...keys.after(() => false, anywhere),
  };
}

/** Whether what is drawn is what was asked for last. */
function isSettled({ window, bars }: Scene, { windowId, freeChart }: Pick<Workspace, 'windowId' | 'freeChart'>, isLeaving: boolean): boolean {
  if (isLeaving) return false;
  if (freeChart || windowId === null) return window === null;
  return window?.id === windowId && bars !== null;
}

const isSettledNow = (scene: Scene): boolean => isSettled(scene, useWorkspace.getState(), useSession.getState().isLeaving);
