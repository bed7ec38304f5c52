import type { Span } from '../domain/span.ts';

/** Equal in every field; null: no span. */
export function sameSpan(a: Span | null, b: Span | null): boolean {
  if (a === null || b === null) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)] as (keyof Span)[]);
  return [...keys].every((key) => a[key] === b[key]);
}
