import type { Segment } from '../match-spans.ts';

/** `score`: mean probability of its bars. Indices count from the first bar passed, both included. */
export interface DecodedSpan extends Segment {
  readonly score: number;
}
