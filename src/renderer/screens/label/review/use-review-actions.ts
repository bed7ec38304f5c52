import type { ActionHandlers } from '../../../actions/action-board.ts';
import { useActions } from '../../../actions/actions-context.tsx';
import { CONFIDENCE_STEPS } from '../../../../shared/domain/span.ts';
import type { DecisionRequest } from '../../../../shared/review/carry-out.ts';
import { useHistoryView } from '../../../state/history-view.ts';
import { useDialogs } from '../../../state/dialogs.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { refuseInPast } from '../history/refuse-in-past.ts';
import { useSession } from '../session.ts';
import type { Review } from './use-review.ts';

/** What the keys, the palette and the buttons of a review do. */
export function useReviewActions(review: Review): void {
  const { isOn, current, decide, step } = review;
  const decideNow = (request: DecisionRequest) => (refuseInPast(useHistoryView.getState()) ? undefined : decide(request));
  const asking = (request: DecisionRequest) => () => (isOn ? decideNow(request) : false);
  const walking = (direction: 'next' | 'previous') => () => (isOn ? step(direction) : turnOn());
  const dialog = (name: 'review-bulk' | 'review-summary') => () => (isOn && review.scope !== null ? useDialogs.getState().show(name) : false);
  /** A digit accepts a prediction that no label meets, as sure as that. */
  const confidence = (value: number) => (): void | false => {
    const { pendingStart, selectedId } = useSession.getState();
    const isAsked = isOn && current !== null && current.labels.length === 0 && pendingStart === null && selectedId === null;
    return isAsked ? decideNow({ decision: 'accepted', confidence: value }) : false;
  };
  const handlers: ActionHandlers = {
    'review.toggle': () => useWorkspace.getState().set({ reviewing: !isOn }),
    'review.next': walking('next'),
    'review.previous': walking('previous'),
    'review.accept': asking({ decision: 'accepted' }),
    'review.fix': asking({ decision: 'fixed', edges: 'both' }),
    'review.fix-start': asking({ decision: 'fixed', edges: 'start' }),
    'review.fix-end': asking({ decision: 'fixed', edges: 'end' }),
    'review.reject': asking({ decision: 'rejected' }),
    'review.unsure': asking({ decision: 'unsure' }),
    'review.bulk': dialog('review-bulk'),
    'review.summary': dialog('review-summary'),
    'span.confidence-1': confidence(CONFIDENCE_STEPS[0]),
    'span.confidence-2': confidence(CONFIDENCE_STEPS[1]),
    'span.confidence-3': confidence(CONFIDENCE_STEPS[2]),
    'span.confidence-4': confidence(CONFIDENCE_STEPS[3]),
    'span.confidence-5': confidence(CONFIDENCE_STEPS[4]),
  };
  useActions(handlers);
}

/** Goes to the first disagreement. */
const turnOn = (): void => useWorkspace.getState().set({ reviewing: true });
