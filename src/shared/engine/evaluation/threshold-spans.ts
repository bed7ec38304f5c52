/** A run of bars; `score`: mean probability of its bars. Indices count from the first bar passed, both included. */
export interface DecodedSpan {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Every longest run of bars whose probability reaches the threshold, in order. probability: [n]. */
export function thresholdSpans(probability: Float32Array, threshold: number): DecodedSpan[] {
  const spans: DecodedSpan[] = [];
  let start = -1;
  let sum = 0;
  for (let i = 0; i <= probability.length; i++) {
    const inside = i < probability.length && probability[i] >= threshold;
    if (inside && start < 0) {
      start = i;
      sum = 0;
    }
    if (inside) sum += probability[i];
    if (!inside && start >= 0) {
      spans.push({ start, end: i - 1, score: sum / (i - start) });
      start = -1;
    }
  }
  return spans;
}
