import type { ActionBoard, ActionHandler, ActionHandlers } from '../../../actions/action-board.ts';
import type { ActionId } from '../../../actions/action-definitions.ts';
import { makeKeyQueue } from './key-queue.ts';

/** Keys that wait for the window that they are meant for. */
export interface WaitingKeys {
  isEmpty(): boolean;
  /** Carries out the one that waits longest; false: none waits. By the board, as when it was pressed: others may do what does not apply here. */
  playNext(board: ActionBoard): boolean;
  /** The same actions, which wait as long as mustWait says so, and then for their turn. */
  after(mustWait: () => boolean, handlers: ActionHandlers): ActionHandlers;
}

export function makeWaitingKeys(now: () => number = () => performance.now()): WaitingKeys {
  const queue = makeKeyQueue();
  let isPlaying = false;
  const isEmpty = (): boolean => queue.isEmpty(now());
  const waiting = (mustWait: () => boolean, id: ActionId, handle: ActionHandler): ActionHandler => (repeats) => {
    if (isPlaying || (isEmpty() && !mustWait())) return handle(repeats);
    queue.add(id, now());
  };
  return {
    isEmpty,
    playNext: (board) => {
      const id = queue.take(now());
      if (id === null) return false;
      isPlaying = true;
      try {
        board.run(id);
      } finally {
        isPlaying = false;
      }
      return true;
    },
    after: (mustWait, handlers) => Object.fromEntries(Object.entries(handlers).map(([id, handle]) => [id, waiting(mustWait, id as ActionId, handle)])),
  };
}
