import type { SpanPatch } from '../../shared/domain/span.ts';
import type { TimeMs } from '../../shared/domain/time.ts';

export type Edge = 'start' | 'end';

export interface TimeRange {
  readonly startTime: TimeMs;
  readonly endTime: TimeMs;
}

/** Both ends in order and inside the bounds; undefined: it lies wholly outside. */
export function rangeWithin(a: TimeMs, b: TimeMs, bounds: TimeRange | null): TimeRange | undefined {
  const [first, last] = a <= b ? [a, b] : [b, a];
  if (bounds === null) return { startTime: first, endTime: last };
  if (last < bounds.startTime || first > bounds.endTime) return undefined;
  return { startTime: laterOf(first, bounds.startTime), endTime: earlierOf(last, bounds.endTime) };
}

/** The patch that puts an edge on a bar; an edge stops at the other one. */
export function edgePatch(span: TimeRange, edge: Edge, to: TimeMs): SpanPatch {
  return edge === 'start' ? { startTime: earlierOf(to, span.endTime) } : { endTime: laterOf(to, span.startTime) };
}

/** The range with an edge on another bar. */
export function edgeRange({ startTime, endTime }: TimeRange, edge: Edge, to: TimeMs): TimeRange {
  return { startTime, endTime, ...edgePatch({ startTime, endTime }, edge, to) };
}

export function edgeTime(span: TimeRange, edge: Edge): TimeMs {
  return edge === 'start' ? span.startTime : span.endTime;
}

export function otherEdge(edge: Edge | null): Edge {
  return edge === 'end' ? 'start' : 'end';
}

/** What arrows move next: cursor, start, end, cursor… */
export function edgeAfter(edge: Edge | null): Edge | null {
  if (edge === null) return 'start';
  return edge === 'start' ? 'end' : null;
}

const earlierOf = (a: TimeMs, b: TimeMs): TimeMs => (a < b ? a : b);
const laterOf = (a: TimeMs, b: TimeMs): TimeMs => (a > b ? a : b);
