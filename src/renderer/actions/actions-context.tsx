import { createContext, use, useEffect, useRef, type ReactNode } from 'react';
import { makeActionBoard, type ActionBoard, type ActionHandlers } from './action-board.ts';
import { ACTIONS, isRepeatable, type ActionId } from './action-definitions.ts';
import { listenForKeys } from './listen-for-keys.ts';
import { describeTarget, isKeyForAction } from './key-target.ts';

const board = makeActionBoard();
const ActionsContext = createContext<ActionBoard>(board);

/** Carries out actions by key, wherever the focus is, unless the control that has it needs the key itself. */
export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  useEffect(() => listenForKeys(window, ACTIONS, (key, ids, event) => handleKey(board, key, ids, event)), []);
  return <ActionsContext value={board}>{children}</ActionsContext>;
}

export function useActionBoard(): ActionBoard {
  return use(ActionsContext);
}

/** Offers to carry out these actions for as long as the component is shown. */
export function useActions(handlers: ActionHandlers): void {
  const actions = useActionBoard();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => actions.register(() => latest.current), [actions]);
}

function handleKey(actions: ActionBoard, key: string, ids: readonly ActionId[], event: KeyboardEvent): void {
  if (event.isComposing || !isKeyForAction(key, describeTarget(document.activeElement))) return;
  const wanted = event.repeat ? ids.filter(isRepeatable) : ids;
  // A repeat that is not wanted must not press a button either.
  const isHandled = wanted.some((id) => actions.run(id)) || (event.repeat && ids.some((id) => actions.isOffered(id)));
  if (!isHandled) return;
  event.preventDefault();
  event.stopPropagation();
}
