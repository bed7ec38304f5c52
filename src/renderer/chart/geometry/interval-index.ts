import type { TimeSpan } from '../chart-types.ts';

/**
 * Finds the spans that touch a stretch of time without looking at the others, so that a project may hold 100k of them.
 * Built once per change of the spans, O(n log n); a query costs O(log n + candidates).
 */
export class IntervalIndex<T extends TimeSpan> {
  /** Ascending by start. */
  readonly #spans: readonly T[];
  /** The latest end among spans 0..i: ascending, so that it can be searched. */
  readonly #latestEnd: Float64Array;

  constructor(spans: readonly T[]) {
    this.#spans = spans.toSorted((a, b) => a.startTime - b.startTime);
    this.#latestEnd = new Float64Array(spans.length);
    let latest = -Infinity;
    this.#spans.forEach((span, i) => {
      latest = Math.max(latest, span.endTime);
      this.#latestEnd[i] = latest;
    });
  }

  /** Spans that touch [from, to], ascending by start. */
  touching(from: number, to: number): T[] {
    const first = firstIndex(this.#spans.length, (i) => this.#latestEnd[i] >= from);
    const end = firstIndex(this.#spans.length, (i) => this.#spans[i].startTime > to);
    return this.#spans.slice(first, end).filter((span) => span.endTime >= from);
  }
}

/** The first index in [0, count) for which a condition holds that stays true once it is; `count` when it never does. */
function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
