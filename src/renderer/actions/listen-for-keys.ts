import { createKeybindingsHandler } from 'tinykeys';
import type { ActionDefinition, ActionId } from './action-definitions.ts';
import { actionsByKey } from './actions-by-key.ts';

type OnKey = (key: string, ids: readonly ActionId[], event: KeyboardEvent) => void;

/** Calls `onKey` for each key of an action that is pressed on the target. Returns what ends it. */
export function listenForKeys(target: EventTarget, actions: readonly ActionDefinition[], onKey: OnKey): () => void {
  const bindings = actionsByKey(actions);
  // The library goes on waiting for the ends of other sequences when one is complete: 'g p' and then 't' would be 'g t'.
  const afresh = () => createKeybindingsHandler(Object.fromEntries(bindings.map(({ key, ids }) => [inOrder(key), (event: KeyboardEvent) => pressed(key, ids, event)])), { ignore: () => false });
  let handle = afresh();
  function pressed(key: string, ids: readonly ActionId[], event: KeyboardEvent): void {
    if (key.includes(' ')) handle = afresh();
    onKey(key, ids, event);
  }
  // In the capture phase, so that a key that is ours never reaches a widget that would take it for itself.
  const listener = (event: Event) => handle(event as KeyboardEvent);
  target.addEventListener('keydown', listener, { capture: true });
  return () => target.removeEventListener('keydown', listener, { capture: true });
}

/** A digit alone would come first in an object, before the sequences that end with it; the library trims what it reads. */
function inOrder(key: string): string {
  return ` ${key}`;
}
