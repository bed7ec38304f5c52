import { partOf } from '../../../../shared/overview/share-covered.ts';
import { timeMs, type TimeMs } from '../../../../shared/domain/time.ts';

/** Where a time lies in the whole: 0 at its beginning, 1 at its end; within a part in proportion. edges: [n + 1] */
export function shareOfTime(edges: Float64Array, time: number): number {
  const parts = edges.length - 1;
  const part = Math.min(parts - 1, Math.max(0, partOf(edges, time)));
  const length = edges[part + 1] - edges[part];
  const within = length > 0 ? Math.min(1, Math.max(0, (time - edges[part]) / length)) : 0;
  return (part + within) / parts;
}

/** The other way round, in whole milliseconds. */
export function timeAtShare(edges: Float64Array, share: number): TimeMs {
  const parts = edges.length - 1;
  const at = Math.min(1, Math.max(0, share)) * parts;
  const part = Math.min(parts - 1, Math.floor(at));
  return timeMs(Math.round(edges[part] + (at - part) * (edges[part + 1] - edges[part])));
}
