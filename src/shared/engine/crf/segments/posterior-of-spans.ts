export interface SegmentPosterior {
  /** Log of the sum of exp(score) over all segmentations. */
  readonly logZ: number;
  /** [T]: probability of each bar to lie in a span. */
  readonly inside: Float64Array;
  /** [T]: to be the first bar of a span, and the last of one. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** [L]: expected number of spans of each length. */
  readonly durations: Float64Array;
  /** [C]: probability of each number of spans. */
  readonly counts: Float64Array;
}

/** A bar lies in a span where one began at or before it and did not end before it; rounding may leave that a hair outside of 0 to 1. */
export function insideOf(first: Float64Array, last: Float64Array): Float64Array {
  const inside = new Float64Array(first.length);
  let open = 0;
  for (let t = 0; t < inside.length; t++) {
    open += first[t];
    inside[t] = Math.min(1, Math.max(0, open));
    open -= last[t];
  }
  return inside;
}
