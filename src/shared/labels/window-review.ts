import type { LabelWindow } from '../domain/window.ts';

/** What labelling changes of a window. */
export type WindowReview = Pick<LabelWindow, 'state' | 'skipReason'>;

/** How every window begins. */
export const UNREVIEWED: WindowReview = { state: 'pending', skipReason: '' };

export function sameReview(a: WindowReview, b: WindowReview): boolean {
  return a.state === b.state && a.skipReason === b.skipReason;
}
