import type { Span } from '../domain/span.ts';
import type { WindowReview } from './edits.ts';

export function sameReview(a: WindowReview, b: WindowReview): boolean {
  return a.state === b.state && a.skipReason === b.skipReason;
}

export function sameSpan(a: Span | null, b: Span | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(a) as (keyof Span)[]).every((key) => a[key] === b[key]);
}
