import { decisionState, type DecisionState } from '../../../../shared/review/choose-entries.ts';
import type { ReviewEntry } from '../../../../shared/review/review-entry.ts';

/** Where in the list somebody is. */
export interface Whereabouts {
  readonly currentId: string | null;
  /** Where the current entry stood when it was gone to. */
  readonly place: number;
}

/** Index of the entry; of one that has left the list, that of whatever took its place; -1: none was gone to. */
export function indexNow(entries: readonly Pick<ReviewEntry, 'id'>[], { currentId, place }: Whereabouts): number {
  if (currentId === null) return -1;
  const index = entries.findIndex(({ id }) => id === currentId);
  return index >= 0 ? index : Math.min(place, entries.length) - 0.5;
}

/** Index of the next or previous entry that the list is about; what was decided a moment ago is passed over. -1: there is none. */
export function neighbourIndex(entries: readonly ReviewEntry[], from: Whereabouts, direction: 'next' | 'previous', decided: DecisionState | 'all'): number {
  const now = indexNow(entries, from);
  const isListed = (entry: ReviewEntry): boolean => decided === 'all' || decisionState(entry) === decided;
  if (direction === 'next') return entries.findIndex((entry, index) => index > now && isListed(entry));
  return entries.findLastIndex((entry, index) => index < now && isListed(entry));
}

/** Where to go once the current entry is decided: the next, or where there is none, the first that was passed over. -1: all is decided. */
export function afterDeciding(entries: readonly ReviewEntry[], from: Whereabouts, decided: DecisionState | 'all'): number {
  const next = neighbourIndex(entries, from, 'next', decided);
  if (next >= 0) return next;
  return entries.findIndex((entry) => entry.id !== from.currentId && (decided === 'all' ? entry.verdict === null : decisionState(entry) === decided));
}
