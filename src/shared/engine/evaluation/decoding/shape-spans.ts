import type { SpanShape } from '../../../domain/decoding.ts';
import type { Segment } from '../match-spans.ts';

/** Joins spans that lie near enough, then drops those that are too short. spans: in order, none overlapping. */
export function shapeSpans(spans: readonly Segment[], { mergeGap, minimumLength }: SpanShape): readonly Segment[] {
  const joined = mergeGap === 0 ? spans : joinNear(spans, mergeGap);
  return minimumLength <= 1 ? joined : joined.filter(({ start, end }) => end - start + 1 >= minimumLength);
}

function joinNear(spans: readonly Segment[], mergeGap: number): Segment[] {
  const joined: Segment[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before !== undefined && span.start - before.end - 1 <= mergeGap) joined[joined.length - 1] = { start: before.start, end: span.end };
    else joined.push(span);
  }
  return joined;
}
