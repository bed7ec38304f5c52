import type { ActionHandlers } from '../../../actions/action-board.ts';
import { CONFIDENCE_STEPS } from '../../../../shared/domain/span.ts';
import { edgeRange, edgeTime, otherEdge, type Edge } from '../../../labels/span-edges.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import { stepInScene } from './step-in-scene.ts';
import type { SpanEditing } from './use-span-editing.ts';
import type { WalkedPredictions } from './walked-predictions.ts';

/** Of a prediction that a person accepts as it is; the same as in a review. */
const ACCEPTED_CONFIDENCE = 1;

/** What keys do while a predicted span is chosen: it becomes a label, as it is or with an edge moved. */
export function predictionActions(scene: Scene, editing: SpanEditing, walked: WalkedPredictions): ActionHandlers {
  const take = (confidence: number) => (): void | false => {
    const chosen = walked.chosen();
    return chosen === null ? false : editing.takeOver(chosen, chosen, { confidence });
  };
  const moveEdge = (edgeOf: (edge: Edge) => Edge, bars: number) => (): void | false => {
    const chosen = walked.chosen();
    const { edge } = useSession.getState();
    if (chosen === null || edge === null) return false;
    const moved = edgeOf(edge);
    const to = stepInScene(scene, edgeTime(chosen, moved), bars);
    return to === null ? false : editing.takeOver(chosen, edgeRange(chosen, moved, to), { edge });
  };
  const same = (edge: Edge): Edge => edge;
  return {
    'move.left': moveEdge(same, -1),
    'move.right': moveEdge(same, 1),
    'move.left-5': moveEdge(same, -5),
    'move.right-5': moveEdge(same, 5),
    'move.other-left': moveEdge(otherEdge, -1),
    'move.other-right': moveEdge(otherEdge, 1),
    'review.accept': take(ACCEPTED_CONFIDENCE),
    'span.confidence-1': take(CONFIDENCE_STEPS[0]),
    'span.confidence-2': take(CONFIDENCE_STEPS[1]),
    'span.confidence-3': take(CONFIDENCE_STEPS[2]),
    'span.confidence-4': take(CONFIDENCE_STEPS[3]),
    'span.confidence-5': take(CONFIDENCE_STEPS[4]),
  };
}
