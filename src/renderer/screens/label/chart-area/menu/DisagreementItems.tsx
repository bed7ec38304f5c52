import type { ActionId } from '../../../../actions/action-definitions.ts';
import type { DecisionRequest } from '../../../../../shared/review/carry-out.ts';
import type { ReviewEntry } from '../../../../../shared/review/review-entry.ts';
import { MenuItem, MenuSection } from '../../../../ui/PointMenu.tsx';
import { describeTypes } from '../../review/review-words.ts';
import type { Review } from '../../review/use-review.ts';

/** Verdicts on a disagreement, whether or not it is the one that is looked at. */
export function DisagreementItems({ entry, review }: { readonly entry: ReviewEntry; readonly review: Review }) {
  const decide = (request: DecisionRequest) => {
    review.goTo(review.page!.entries.findIndex(({ id }) => id === entry.id));
    review.decide(request);
  };
  const item = (action: ActionId, text: string, request: DecisionRequest) => (
    <MenuItem action={action} onChoose={() => decide(request)}>
      {text}
    </MenuItem>
  );
  const hasEdges = entry.predictions.length > 0 && entry.labels.length > 0;
  return (
    <MenuSection title={describeTypes(entry.types)}>
      {item('review.accept', 'Accept', { decision: 'accepted' })}
      {hasEdges && item('review.fix', 'Fix both edges', { decision: 'fixed', edges: 'both' })}
      {hasEdges && item('review.fix-start', 'Fix the start', { decision: 'fixed', edges: 'start' })}
      {hasEdges && item('review.fix-end', 'Fix the end', { decision: 'fixed', edges: 'end' })}
      {item('review.reject', 'Reject', { decision: 'rejected' })}
      {item('review.unsure', 'Unsure', { decision: 'unsure' })}
    </MenuSection>
  );
}
