import type { ActionId } from './action-definitions.ts';

/** repeats: how often the key that is held has repeated, 0 at first. `false`: it does not apply now, and the key keeps its usual meaning. */
export type ActionHandler = (repeats: number) => void | false;
export type ActionHandlers = Partial<Record<ActionId, ActionHandler>>;

/** Who carries out which action now. Of two handlers for one action the later registered is asked first. */
export interface ActionBoard {
  /** Returns what takes the handlers away again. */
  register(handlers: () => ActionHandlers): () => void;
  /** false: nobody can carry it out now. */
  run(id: ActionId, repeats?: number): boolean;
  isOffered(id: ActionId): boolean;
}

export function makeActionBoard(): ActionBoard {
  const registered: (() => ActionHandlers)[] = [];
  const handlersOf = (id: ActionId) => registered.toReversed().flatMap((handlers) => handlers()[id] ?? []);
  return {
    register: (handlers) => {
      registered.push(handlers);
      return () => void registered.splice(registered.indexOf(handlers), 1);
    },
    run: (id, repeats = 0) => handlersOf(id).some((handle) => handle(repeats) !== false),
    isOffered: (id) => handlersOf(id).length > 0,
  };
}
