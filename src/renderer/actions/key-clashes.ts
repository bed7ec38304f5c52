import type { ActionDefinition, ActionId } from './action-definitions.ts';
import { isSamePress, pressesOf } from './key-press.ts';

/** A key of another action that could not be told from a key that is wanted. */
export interface KeyClash {
  readonly wanted: string;
  readonly other: ActionDefinition;
  readonly otherKey: string;
  /** `begins`: the wanted one is the beginning of the other; `continues`: the other is the beginning of the wanted one. */
  readonly kind: 'same' | 'begins' | 'continues';
}

/**
 * What stands in the way of giving an action these keys. Actions that are never offered at once may have the very same key; not one
 * that is written otherwise or goes on, because the listener asks only the first that a press fits.
 */
export function findKeyClashes(actions: readonly ActionDefinition[], id: ActionId, keys: readonly string[]): readonly KeyClash[] {
  const others = actions.filter((other) => other.id !== id);
  return keys.flatMap((wanted) => others.flatMap((other) => other.keys.flatMap((otherKey) => clashOf(id, wanted, other, otherKey))));
}

function clashOf(id: ActionId, wanted: string, other: ActionDefinition, otherKey: string): readonly KeyClash[] {
  if (wanted === otherKey && !canMeet(id, other.id)) return [];
  const kind = compareKeys(wanted, otherKey);
  return kind === null ? [] : [{ wanted, other, otherKey, kind }];
}

/** How one key stands in the way of another; null: not at all. That one ends the other does no harm: 'g t' is asked before 't'. */
export function compareKeys(wanted: string, other: string): KeyClash['kind'] | null {
  const [first, second] = [pressesOf(wanted), pressesOf(other)];
  const length = Math.min(first.length, second.length);
  for (let at = 0; at < length; at++) {
    if (!isSamePress(first[at], second[at])) return null;
  }
  if (first.length === second.length) return 'same';
  return first.length < second.length ? 'begins' : 'continues';
}

type Place = 'label' | 'train' | 'compare' | 'everywhere';

const PLACE_OF_FAMILY: Readonly<Record<string, Place>> = { move: 'label', span: 'label', window: 'label', chart: 'label', spans: 'label', review: 'label', history: 'label', train: 'train', compare: 'compare' };
const ON_THE_CHART: readonly ActionId[] = ['train.again', 'train.before'];

/** What is not known to belong to one screen can be done everywhere. */
function placeOf(id: ActionId): Place {
  return ON_THE_CHART.includes(id) ? 'label' : (PLACE_OF_FAMILY[id.split('.')[0]] ?? 'everywhere');
}

function canMeet(first: ActionId, second: ActionId): boolean {
  const places = [placeOf(first), placeOf(second)];
  return places[0] === places[1] || places.includes('everywhere');
}
