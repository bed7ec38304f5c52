import { createContext, use, useEffect, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { useSettings } from '../rpc/queries.ts';
import { useDialogs } from '../state/dialogs.ts';
import { makeActionBoard, type ActionBoard, type ActionHandlers } from './action-board.ts';
import { ACTIONS, isRepeatable, type ActionDefinition, type ActionId } from './action-definitions.ts';
import { listenForKeys } from './listen-for-keys.ts';
import { describeTarget, isKeyForAction } from './key-target.ts';
import { OWN_KEYS_SETTING, readOwnKeys, withOwnKeys } from './own-keys.ts';

const board = makeActionBoard();
const ActionsContext = createContext<ActionBoard>(board);
const BoundContext = createContext<readonly ActionDefinition[]>(ACTIONS);

/** Carries out actions by key, wherever the focus is, unless the control that has it needs the key itself. */
export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const { data: settings } = useSettings();
  const kept = settings?.[OWN_KEYS_SETTING];
  const bound = useMemo(() => withOwnKeys(readOwnKeys(kept)), [kept]);
  useEffect(() => {
    let repeats = 0;
    return listenForKeys(window, bound, (key, ids, event) => {
      repeats = event.repeat ? repeats + 1 : 0;
      handleKey(board, { key, ids, event, repeats });
    });
  }, [bound]);
  return (
    <ActionsContext value={board}>
      <BoundContext value={bound}>{children}</BoundContext>
    </ActionsContext>
  );
}

/** Every action with the keys that it has for this person. */
export function useBoundActions(): readonly ActionDefinition[] {
  return use(BoundContext);
}

/** The keys of an action for this person; the first is shown beside buttons. Empty: it has none. */
export function useKeysOf(id: ActionId): readonly string[] {
  return useBoundActions().find((action) => action.id === id)?.keys ?? [];
}

export function useActionBoard(): ActionBoard {
  return use(ActionsContext);
}

/** Offers to carry out these actions for as long as the component is shown. */
export function useActions(handlers: ActionHandlers): void {
  const actions = useActionBoard();
  const latest = useRef(handlers);
  // Before anything is seen of it: a key that is pressed the moment a screen changes means what the screen says.
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => actions.register(() => latest.current), [actions]);
}

interface Press {
  readonly key: string;
  /** What the key is bound to. */
  readonly ids: readonly ActionId[];
  readonly event: KeyboardEvent;
  /** How often it has repeated since it went down. */
  readonly repeats: number;
}

function handleKey(actions: ActionBoard, { key, ids, event, repeats }: Press): void {
  // A dialog has the keys from the moment it is asked for, also before the focus is in it.
  const target = useDialogs.getState().open === null ? describeTarget(document.activeElement) : 'popup';
  const meant = event.isComposing ? [] : ids.filter((id) => isKeyForAction(key, id, target));
  const wanted = event.repeat ? meant.filter(isRepeatable) : meant;
  // A repeat that is not wanted must not press a button either.
  const isHandled = wanted.some((id) => actions.run(id, repeats)) || (event.repeat && meant.some((id) => actions.isOffered(id)));
  if (!isHandled) return;
  event.preventDefault();
  event.stopPropagation();
}
