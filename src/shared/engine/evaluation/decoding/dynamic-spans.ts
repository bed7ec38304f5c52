import type { Segment } from '../match-spans.ts';

/** Nearer to 0 or 1 than this, a probability counts as this: a single bar shall not outweigh every other. */
const SUREST = 1e-4;

/**
 * The spans with the largest sum of the log-odds of their bars, less `spanCost` (0 or more) for each span; of equal ones
 * the shorter. By dynamic programming over "the last bar lies outside" and "inside": O(T). probability: [T]
 */
export function dynamicSpans(probability: Float32Array, spanCost: number): Segment[] {
  const bars = probability.length;
  /** [T,2]: whether the best path to bar t, outside or inside, comes from inside. */
  const fromInside = new Uint8Array(2 * bars);
  let outside = 0;
  let inside = -Infinity;
  for (let t = 0; t < bars; t++) {
    const stays = inside > outside - spanCost;
    const nowInside = Math.max(inside, outside - spanCost) + logOdds(probability[t]);
    if (inside > outside) fromInside[2 * t] = 1;
    if (stays) fromInside[2 * t + 1] = 1;
    outside = Math.max(outside, inside);
    inside = nowInside;
  }
  return spansBackwards(fromInside, inside > outside);
}

/** Between two spans lies a bar at least: a bar is outside or inside, and inside after inside goes on with the same span. */
function spansBackwards(fromInside: Uint8Array, endsInside: boolean): Segment[] {
  const spans: Segment[] = [];
  let isInside = endsInside;
  let end = -1;
  for (let t = fromInside.length / 2 - 1; t >= 0; t--) {
    if (isInside && end < 0) end = t;
    const before = fromInside[2 * t + (isInside ? 1 : 0)] === 1;
    if (isInside && !before) {
      spans.push({ start: t, end });
      end = -1;
    }
    isInside = before;
  }
  return spans.reverse();
}

export function logOdds(probability: number): number {
  const p = Math.max(SUREST, Math.min(1 - SUREST, probability));
  return Math.log(p / (1 - p));
}
