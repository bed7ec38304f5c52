import type { SpanId } from '../../../shared/domain/ids.ts';
import type { BarAxis } from '../geometry/bar-axis.ts';
import type { SpanEdge, TimeSpan } from '../chart-types.ts';

/** Half the width of the stretch in which an edge can be taken, in CSS pixels. */
const EDGE_REACH = 6;

export interface SpanTarget extends TimeSpan {
  readonly id: SpanId;
  /** Of the edges, in bars. */
  readonly startUncertainty: number;
  readonly endUncertainty: number;
}

/** The handle of an edge's uncertainty. */
export interface FadeHit {
  readonly kind: 'fade';
  readonly span: SpanTarget;
  readonly edge: SpanEdge;
}

export type Hit =
  | FadeHit
  | { readonly kind: 'edge'; readonly span: SpanTarget; readonly edge: SpanEdge; readonly selected: boolean }
  | { readonly kind: 'body'; readonly span: SpanTarget; readonly selected: boolean }
  | { readonly kind: 'bars' };

interface Candidate {
  readonly hit: Hit;
  readonly rank: readonly [kind: number, unselected: number, size: number];
}

/**
 * What lies under x: an edge before a body, then the selected span before others, then the nearer edge, the smaller
 * body. Between two edges of one narrow span the nearer one wins, so that both stay within reach.
 */
export function hitTest(x: number, spans: readonly SpanTarget[], selected: SpanId | null, axis: BarAxis): Hit {
  const candidates = spans.flatMap((span) => candidatesOf(span, x, selected, axis));
  candidates.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2]);
  return candidates[0]?.hit ?? { kind: 'bars' };
}

function candidatesOf(span: SpanTarget, x: number, selectedId: SpanId | null, axis: BarAxis): Candidate[] {
  const stretch = axis.stretchOf(span);
  if (stretch === null) return [];
  const selected = span.id === selectedId;
  const rankOfSpan = selected ? 0 : 1;
  const edge = (name: SpanEdge, distance: number): Candidate[] =>
    Math.abs(distance) <= reach(stretch, distance, name)
      ? [{ hit: { kind: 'edge', span, edge: name, selected }, rank: [0, rankOfSpan, Math.abs(distance)] }]
      : [];
  const body: Candidate[] =
    x >= stretch.left && x <= stretch.right
      ? [{ hit: { kind: 'body', span, selected }, rank: [1, rankOfSpan, stretch.right - stretch.left] }]
      : [];
  return [...edge('start', x - stretch.left), ...edge('end', x - stretch.right), ...body];
}

/** Inside of the span an edge reaches at most over a third of it, so that a narrow span keeps a body. */
function reach(stretch: { readonly left: number; readonly right: number }, distance: number, edge: SpanEdge): number {
  const inside = edge === 'start' ? distance > 0 : distance < 0;
  return inside ? Math.min(EDGE_REACH, (stretch.right - stretch.left) / 3) : EDGE_REACH;
}
