import { ACTIONS, type ActionDefinition, type ActionId } from './action-definitions.ts';
import { findKeyClashes } from './key-clashes.ts';
import { isBinding, isReservedKey } from './key-press.ts';

/** The keys that a person has given to actions in place of the first ones; an empty list: none. */
export type OwnKeys = Readonly<Partial<Record<ActionId, readonly string[]>>>;

/** The setting under which they are kept. */
export const OWN_KEYS_SETTING = 'keys';

/** From a settings file, which may be of another version or edited by hand: what cannot be used is left out. */
export function readOwnKeys(setting: unknown): OwnKeys {
  if (typeof setting !== 'object' || setting === null) return {};
  const kept = setting as Readonly<Record<string, unknown>>;
  return Object.fromEntries(ACTIONS.flatMap((action) => (Array.isArray(kept[action.id]) ? [[action.id, usableKeys(action, kept[action.id] as unknown[])]] : [])));
}

function usableKeys(action: ActionDefinition, keys: readonly unknown[]): readonly string[] {
  return keys.filter((key): key is string => typeof key === 'string' && isBinding(key) && (!isReservedKey(key) || action.keys.includes(key)));
}

/** Every action with the keys that it has for this person. Where a first key cannot be told from one that the person chose, the choice wins. */
export function withOwnKeys(own: OwnKeys): readonly ActionDefinition[] {
  const chosen = ACTIONS.filter(({ id }) => own[id] !== undefined).map((action) => ({ ...action, keys: own[action.id] ?? [] }));
  const settled: ActionDefinition[] = [];
  for (const action of [...chosen, ...ACTIONS.filter(({ id }) => own[id] === undefined)]) {
    settled.push({ ...action, keys: action.keys.filter((key) => findKeyClashes(settled, action.id, [key]).length === 0) });
  }
  const byId = new Map(settled.map((action) => [action.id, action]));
  return ACTIONS.map(({ id }) => byId.get(id)!);
}

/** Gives an action these keys in place of those it has, and takes from others what could not be told from them. */
export function assignKeys(own: OwnKeys, id: ActionId, keys: readonly string[]): OwnKeys {
  const actions = withOwnKeys(own);
  const changed = new Map<ActionId, readonly string[]>(Object.entries(own) as [ActionId, readonly string[]][]);
  for (const { other, otherKey } of findKeyClashes(actions, id, keys)) {
    changed.set(other.id, (changed.get(other.id) ?? other.keys).filter((key) => key !== otherKey));
  }
  changed.set(id, keys);
  return Object.fromEntries([...changed].filter(([each, its]) => !hasFirstKeys(each, its)));
}

function hasFirstKeys(id: ActionId, keys: readonly string[]): boolean {
  const first = ACTIONS.find((action) => action.id === id)?.keys ?? [];
  return first.length === keys.length && first.every((key, at) => key === keys[at]);
}
