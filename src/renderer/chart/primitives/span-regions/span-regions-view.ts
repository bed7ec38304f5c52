import type { SpanId } from '../../../../shared/domain/ids.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import type { SpanEdge, TimeSpan } from '../../chart-types.ts';
import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';
import type { IntervalIndex } from '../../geometry/interval-index.ts';
import { assignLanes } from '../../geometry/lanes.ts';
import { BADGE_HEIGHT, badgeWidth, type Badge } from '../badge.ts';

export interface SpanRegionsModel {
  readonly spans: IntervalIndex<Span>;
  readonly selectedId: SpanId | null;
  readonly selectedEdge: SpanEdge | null;
  /** Where the pointer holds a span at the moment, in place of where it is. */
  readonly moving: { readonly id: SpanId; readonly span: TimeSpan } | null;
}

export interface SpanRegion {
  readonly stretch: Stretch;
  /** From fully out to fully in, around each edge; as wide as nothing where the edge is certain. */
  readonly startFade: Stretch;
  readonly endFade: Stretch;
  readonly confidence: number;
  readonly selected: boolean;
  readonly selectedEdge: SpanEdge | null;
  /** null: there is no room for it. */
  readonly badge: Badge | null;
}

const BADGE_TOP = 46;
const LANE_GAP = 3;
/** Narrower than so many CSS pixels per bar, badges would only be clutter. */
const BADGE_MIN_SPACING = 1.2;

/** The spans in view, ascending by start. */
export function spanRegions(model: SpanRegionsModel, axis: BarAxis): SpanRegion[] {
  const spans = visibleSpans(model, axis);
  const stretches = spans.map((span) => axis.stretchOf(model.moving?.id === span.id ? model.moving.span : span));
  const shown = spans.map((span, i) => ({ span, stretch: stretches[i] })).filter(hasStretch);
  const badges = placeBadges(shown, axis);
  return shown.map(({ span, stretch }, i) => ({
    stretch,
    startFade: fade(stretch.left, span.startUncertainty, axis),
    endFade: fade(stretch.right, span.endUncertainty, axis),
    confidence: span.confidence,
    selected: span.id === model.selectedId,
    selectedEdge: span.id === model.selectedId ? model.selectedEdge : null,
    badge: badges[i],
  }));
}

interface Shown {
  readonly span: Span;
  readonly stretch: Stretch;
}

const hasStretch = (candidate: { readonly span: Span; readonly stretch: Stretch | null }): candidate is Shown => candidate.stretch !== null;

function visibleSpans(model: SpanRegionsModel, axis: BarAxis): Span[] {
  const visible = axis.visible();
  if (visible === null) return [];
  // One bar more on either side: a fade may reach into view although its edge is outside.
  const from = axis.timeOf(Math.max(0, visible.from - 1));
  const to = axis.timeOf(Math.min(axis.count - 1, visible.to + 1));
  return model.spans.touching(from, visible.to === axis.count - 1 ? Infinity : to);
}

/** The soft mask's ramp: over u + 1/2 bars on both sides of the edge. */
function fade(edge: number, uncertainty: number, axis: BarAxis): Stretch {
  const reach = uncertainty > 0 ? (uncertainty + 0.5) * axis.spacing : 0;
  return { left: edge - reach, right: edge + reach };
}

/** C 0.8: the type's letter, the confidence. */
export function badgeText(span: Pick<Span, 'type' | 'confidence'>): string {
  const confidence = Number(span.confidence.toFixed(2)).toString();
  return span.type === null ? confidence : `${span.type[0].toUpperCase()} ${confidence}`;
}

function placeBadges(shown: readonly Shown[], axis: BarAxis): (Badge | null)[] {
  if (axis.spacing < BADGE_MIN_SPACING) return shown.map(() => null);
  const boxes = shown.map(({ span, stretch }) => {
    // A span that begins left of the view keeps its badge in view as long as it lasts.
    const left = Math.min(Math.max(stretch.left, 0), stretch.right - 4);
    return { left, right: left + badgeWidth(badgeText(span)) };
  });
  const order = boxes.map((_, i) => i).sort((a, b) => boxes[a].left - boxes[b].left);
  const lanes = assignLanes(order.map((i) => boxes[i]), LANE_GAP);
  const laneOf = new Map(order.map((i, at) => [i, lanes[at]]));
  return shown.map(({ span }, i) => ({
    x: boxes[i].left,
    y: BADGE_TOP + (laneOf.get(i) ?? 0) * (BADGE_HEIGHT + LANE_GAP),
    text: badgeText(span),
    filled: true,
  }));
}
