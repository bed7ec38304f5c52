import type { ActionId } from './action-definitions.ts';
import type { ActionHandler, ActionHandlers } from './action-board.ts';

/** What the first of them does, and what the second does wherever the first does not apply. */
export function firstOf(first: ActionHandlers, second: ActionHandlers): ActionHandlers {
  const ids = new Set([...Object.keys(first), ...Object.keys(second)]) as Set<ActionId>;
  return Object.fromEntries([...ids].map((id) => [id, either(first[id], second[id])]));
}

function either(first: ActionHandler | undefined, second: ActionHandler | undefined): ActionHandler {
  return (repeats) => (first === undefined || first(repeats) === false ? (second === undefined ? false : second(repeats)) : undefined);
}
