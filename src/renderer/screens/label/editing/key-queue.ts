import type { ActionId } from '../../../actions/action-definitions.ts';

/** Nobody knows any more what he pressed so long ago. */
const LONGEST_WAIT_MS = 3000;

/** Actions that wait for their turn. */
export interface KeyQueue {
  /** Whether none waits that would still be carried out. now: ms, on any clock that does not go back. */
  isEmpty(now: number): boolean;
  /** at: ms, on the same clock. */
  add(id: ActionId, at: number): void;
  /** The one that waits longest, but not too long; null: none does. */
  take(now: number): ActionId | null;
}

export function makeKeyQueue(): KeyQueue {
  const waiting: { readonly id: ActionId; readonly at: number }[] = [];
  return {
    isEmpty: (now) => !waiting.some(({ at }) => now - at <= LONGEST_WAIT_MS),
    add: (id, at) => void waiting.push({ id, at }),
    take: (now) => {
      for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) if (now - first.at <= LONGEST_WAIT_MS) return first.id;
      return null;
    },
  };
}
