import { barsOf, countIndex, firstScore, insideSums, lastScore, type Segment, type SegmentSequence } from './segment-scores.ts';

/** The segmentation of the highest score, by dynamic programming over spans; of equal ones that with fewer spans. In order. O(T L C). */
export function bestSegmentation(sequence: SegmentSequence): Segment[] {
  const { durations, counts } = sequence;
  const bars = barsOf(sequence);
  const states = counts.length;
  const sums = insideSums(sequence);
  /** [T+1,C]: best score of the bars before t with so many spans; and how it ends: bars of the span just before t (0: none), spans before that. */
  const best = new Float64Array((bars + 1) * states).fill(-Infinity);
  const spanBars = new Int32Array((bars + 1) * states);
  const cameFrom = new Int32Array((bars + 1) * states);
  best[0] = 0;
  for (let t = 1; t <= bars; t++) {
    const closed = sums[t] + lastScore(sequence, t - 1);
    for (let m = 0; m < states; m++) {
      best[t * states + m] = best[(t - 1) * states + m];
      cameFrom[t * states + m] = m;
    }
    for (let d = 0; d < Math.min(durations.length, t); d++) {
      const start = t - 1 - d;
      const span = firstScore(sequence, start) - sums[start] + durations[d] + closed;
      for (let m = 0; m < states; m++) {
        const here = t * states + countIndex(sequence, m + 1);
        if (!(best[start * states + m] + span > best[here])) continue;
        best[here] = best[start * states + m] + span;
        spanBars[here] = d + 1;
        cameFrom[here] = m;
      }
    }
  }
  return traceBack(spanBars, cameFrom, bars, states, bestCount(best.subarray(bars * states), counts));
}

function bestCount(scores: Float64Array, counts: ArrayLike<number>): number {
  let index = 0;
  for (let m = 1; m < scores.length; m++) if (scores[m] + counts[m] > scores[index] + counts[index]) index = m;
  return index;
}

function traceBack(spanBars: Int32Array, cameFrom: Int32Array, bars: number, states: number, count: number): Segment[] {
  const segments: Segment[] = [];
  let m = count;
  for (let t = bars; t > 0; ) {
    const length = spanBars[t * states + m];
    const before = cameFrom[t * states + m];
    if (length > 0) segments.push({ start: t - length, end: t - 1 });
    t -= Math.max(1, length);
    m = before;
  }
  return segments.reverse();
}
