import type { Span } from '../../../shared/domain/span.ts';

/** The spans of the free chart of one series, which many windows ask for. */
export interface FreeSpans {
  /** Those that share a bar with [from, to], in time. */
  touching(from: number, to: number): readonly Span[];
}

/** `spans`: by start. */
export function makeFreeSpans(spans: readonly Span[]): FreeSpans {
  // latestEnd[i]: of spans 0 to i, so that a walk back knows when no earlier one can reach.
  const latestEnd = new Float64Array(spans.length);
  spans.forEach(({ endTime }, i) => (latestEnd[i] = Math.max(endTime, i === 0 ? endTime : latestEnd[i - 1])));
  return {
    touching: (from, to) => {
      const found: Span[] = [];
      for (let i = countStartsUpTo(spans, to) - 1; i >= 0 && latestEnd[i] >= from; i -= 1) {
        if (spans[i].endTime >= from) found.push(spans[i]);
      }
      return found.reverse();
    },
  };
}

function countStartsUpTo(spans: readonly Span[], time: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle].startTime <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
