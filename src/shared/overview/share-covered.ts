/** From `start` up to, not including, `end`; ms. */
export interface TimeStretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Of each of n parts the share of its time that the stretches cover; where they overlap once. edges: [n + 1], ascending; stretches
 * in any order. -> [n] in [0, 1].
 */
export function shareCovered(edges: Float64Array, stretches: readonly TimeStretch[]): Float32Array {
  const covered = new Float64Array(edges.length - 1);
  for (const { start, end } of joinStretches(stretches)) {
    for (let part = Math.max(0, partOf(edges, start)); part < covered.length && edges[part] < end; part++) {
      covered[part] += Math.max(0, Math.min(end, edges[part + 1]) - Math.max(start, edges[part]));
    }
  }
  return Float32Array.from(covered, (time, part) => (edges[part + 1] > edges[part] ? Math.min(1, time / (edges[part + 1] - edges[part])) : 0));
}

/** In time, none overlapping or touching the next. */
function joinStretches(stretches: readonly TimeStretch[]): readonly TimeStretch[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** The last part that begins at or before the time; -1 before the first. */
export function partOf(edges: Float64Array, time: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle] <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
