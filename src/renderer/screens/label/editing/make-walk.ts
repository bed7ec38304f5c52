import type { ActionHandler, ActionHandlers } from '../../../actions/action-board.ts';
import type { ActionId } from '../../../actions/action-definitions.ts';
import { neighbour } from '../../../labels/next-in-cycle.ts';
import { walkOrder, type Stop } from '../../../labels/walk-order.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import { moveCursor } from './step-in-scene.ts';
import type { WalkedPredictions } from './walked-predictions.ts';

/** Labels and predicted spans, one after the other. */
export interface Walk {
  /** Goes to the next, around the ends. false: there is none. */
  go(direction: 'next' | 'previous'): void | false;
  /** The one after the one that is gone to now; undefined: it is the last. */
  following(): Stop | undefined;
}

export function makeWalk(scene: Scene, walked: WalkedPredictions): Walk {
  const stops = walkOrder(scene.spans, walked.spans);
  return {
    go: (direction) => {
      const next = neighbour(stops, currentStop(stops), direction);
      return next === undefined ? false : goTo(next);
    },
    following: () => {
      const current = currentStop(stops);
      return current === undefined ? undefined : stops[stops.indexOf(current) + 1];
    },
  };
}

function currentStop(stops: readonly Stop[]): Stop | undefined {
  const { selectedId, prediction } = useSession.getState();
  return stops.find((stop) => (stop.kind === 'label' ? stop.span.id === selectedId : selectedId === null && stop.span.startTime === prediction?.startTime && stop.span.endTime === prediction.endTime));
}

function goTo(stop: Stop): void {
  const { set } = useSession.getState();
  const place = stop.kind === 'label' ? { selectedId: stop.span.id } : { selectedId: null, prediction: stop.span };
  set({ ...place, edge: 'start', pendingStart: null });
  moveCursor(stop.span.startTime);
}

const DIGIT = /^span\.confidence-\d$/;

/** The same; a digit for what is there already goes on to the next, where the person wishes it. */
export function advancing(walk: Walk, handlers: ActionHandlers): ActionHandlers {
  const andOn = (handle: ActionHandler): ActionHandler => (repeats) => {
    const next = useSession.getState().pendingStart === null && useViewOptions.getState().advance ? walk.following() : undefined;
    if (handle(repeats) === false) return false;
    if (next !== undefined) goTo(next);
  };
  return Object.fromEntries((Object.entries(handlers) as [ActionId, ActionHandler][]).map(([id, handle]) => [id, DIGIT.test(id) ? andOn(handle) : handle]));
}
