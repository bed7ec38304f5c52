import type { ReactNode } from 'react';
import type { ActionId } from '../actions/action-definitions.ts';
import { useKeysOf } from '../actions/actions-context.tsx';
import { Keys } from './Keys.tsx';

interface ActionKeysProps {
  readonly action: ActionId;
  /** In a sentence: what stands there when the action has no key. */
  readonly ifNone?: ReactNode;
}

/** The key that an action has for this person. */
export function ActionKeys({ action, ifNone = null }: ActionKeysProps) {
  const [key] = useKeysOf(action);
  return key === undefined ? ifNone : <Keys binding={key} />;
}
