import type { ActionDefinition, ActionId } from './action-definitions.ts';

export interface KeyConflict {
  readonly key: string;
  readonly actions: readonly ActionId[];
}

/** Keys that stand for more than one action. */
export function findKeyConflicts(actions: readonly ActionDefinition[]): readonly KeyConflict[] {
  const byKey = new Map<string, ActionId[]>();
  for (const action of actions) {
    for (const key of action.keys) byKey.set(key, [...(byKey.get(key) ?? []), action.id]);
  }
  return [...byKey].filter(([, ids]) => ids.length > 1).map(([key, ids]) => ({ key, actions: ids }));
}
