import type { Span } from '../domain/span.ts';

/** Equal in every field; null: no span. */
export function sameSpan(a: Span | null, b: Span | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(a) as (keyof Span)[]).every((key) => a[key] === b[key]);
}
