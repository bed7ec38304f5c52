import { barsOf, firstScore, insideSums, lastScore, type Segment, type SegmentSequence } from './segment-scores.ts';

/** The segmentation of the highest score, by dynamic programming over spans; of equal ones that with the later or fewer spans. In order. O(T L). */
export function bestSegmentation(sequence: SegmentSequence): Segment[] {
  const bars = barsOf(sequence);
  const longest = sequence.durations.length;
  const sums = insideSums(sequence);
  /** Best score of the bars before t. */
  const best = new Float64Array(bars + 1);
  /** Bars of the span that ends just before t; 0: none does. */
  const spanBars = new Int32Array(bars + 1);
  for (let t = 1; t <= bars; t++) {
    best[t] = best[t - 1];
    const closed = sums[t] + lastScore(sequence, t - 1);
    for (let d = 0; d < Math.min(longest, t); d++) {
      const start = t - 1 - d;
      const score = best[start] - sums[start] + firstScore(sequence, start) + sequence.durations[d] + closed;
      if (score <= best[t]) continue;
      best[t] = score;
      spanBars[t] = d + 1;
    }
  }
  const segments: Segment[] = [];
  for (let t = bars; t > 0; t -= Math.max(1, spanBars[t])) {
    if (spanBars[t] > 0) segments.push({ start: t - spanBars[t], end: t - 1 });
  }
  return segments.reverse();
}
