import type { ActionDefinition, ActionId } from './action-definitions.ts';

export interface KeyBinding {
  readonly key: string;
  /** Usually one; of several, the first that can be carried out now is. */
  readonly ids: readonly ActionId[];
}

/** What each key stands for. Sequences come first: 'g t' must be asked before 't', which would take its last press. */
export function actionsByKey(actions: readonly ActionDefinition[]): readonly KeyBinding[] {
  const byKey = new Map<string, ActionId[]>();
  for (const action of actions) {
    for (const key of action.keys) byKey.set(key, [...(byKey.get(key) ?? []), action.id]);
  }
  const presses = (key: string) => key.split(' ').length;
  return [...byKey].map(([key, ids]) => ({ key, ids })).sort((a, b) => presses(b.key) - presses(a.key));
}
