import type { ActionId } from '../actions/action-definitions.ts';
import { useKeysOf } from '../actions/actions-context.tsx';
import { keyText } from '../actions/key-names.ts';
import { isMac } from './is-mac.ts';

/** The key that an action has for this person, for sentences; without one, where the action is found. */
export function useKeyText(action: ActionId): string {
  const [key] = useKeysOf(action);
  return key === undefined ? 'the list of all actions' : keyText(key, isMac);
}
