import type { Segment } from '../match-spans.ts';

/** Spans of tags: 0 outside, 1 in a span, 2 the first bar of a span, which may touch the one before. tags: [T] */
export function tagSpans(tags: Uint8Array): Segment[] {
  const spans: Segment[] = [];
  for (let t = 0; t < tags.length; t++) {
    if (tags[t] === 0) continue;
    const start = t;
    while (t + 1 < tags.length && tags[t + 1] === 1) t++;
    spans.push({ start, end: t });
  }
  return spans;
}
