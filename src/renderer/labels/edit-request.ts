import type { LabelCommand } from '../../shared/contract/labels.ts';
import type { ReviewScope } from '../../shared/contract/review.ts';
import type { DecisionRequest } from '../../shared/review/carry-out.ts';

/** What is asked of the label log. */
export type EditRequest =
  | { readonly kind: 'edit'; readonly command: LabelCommand }
  /** Of a disagreement between a run and the labels. */
  | { readonly kind: 'decide'; readonly scope: ReviewScope; readonly entryId: string; readonly request: DecisionRequest }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** As many undos and redos as lead to the labels after this step of the history; 0: before the first. */
  | { readonly kind: 'go-to'; readonly sequence: number };

/** One request instead of two, where the later goes on with the same change (an edge pushed bar by bar); undefined: they stay apart. */
export function mergeRequests(earlier: EditRequest, later: EditRequest): EditRequest | undefined {
  if (earlier.kind !== 'edit' || later.kind !== 'edit') return undefined;
  const [first, second] = [earlier.command, later.command];
  if (first.kind !== 'update-span' || second.kind !== 'update-span' || first.id !== second.id) return undefined;
  if (Object.keys(first.patch).join() !== Object.keys(second.patch).join()) return undefined;
  return { kind: 'edit', command: { ...first, patch: second.patch } };
}
