import type { SpanId } from '../../../../shared/domain/ids.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import type { SpanEdge, TimeSpan } from '../../chart-types.ts';
import type { SpanFade } from '../../editing/drag.ts';
import { fadeHandleAt, fadeReach } from '../../editing/fade-handle.ts';
import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';
import type { IntervalIndex } from '../../geometry/interval-index.ts';
import { assignLanes } from '../../geometry/lanes.ts';
import { BADGE_HEIGHT, BADGE_MIN_SPAN, badgeWidth, type Badge } from '../badge.ts';

/** Where the pointer holds a span at the moment. */
export interface MovingSpan {
  readonly id: SpanId;
  readonly span: TimeSpan;
  /** An edge whose uncertainty is dragged, in place of what it is; null: none is. */
  readonly fade: SpanFade | null;
}

export interface SpanRegionsModel {
  readonly spans: IntervalIndex<Span>;
  readonly selectedId: SpanId | null;
  readonly selectedEdge: SpanEdge | null;
  /** Where the pointer holds a span at the moment, in place of where it is. */
  readonly moving: MovingSpan | null;
  /** Rows of the legend besides the usual ones. */
  readonly legendRows?: number;
}

export interface SpanRegion {
  readonly stretch: Stretch;
  /** From fully out to fully in, around each edge; as wide as nothing where the edge is certain. */
  readonly startFade: Stretch;
  readonly endFade: Stretch;
  readonly confidence: number;
  readonly selected: boolean;
  readonly selectedEdge: SpanEdge | null;
  /** Of the selected span: where the uncertainty of its edges can be taken, in CSS pixels; null: of others. */
  readonly fadeHandles: FadeHandles | null;
  /** null: there is no room for it. */
  readonly badge: Badge | null;
}

export interface FadeHandles {
  readonly start: number;
  readonly end: number;
  /** Where one is dragged, what it says; null: none is. */
  readonly held: { readonly x: number; readonly text: string } | null;
}

/** Below the legend, which takes a third row where the pane is narrow. CSS pixels; see legend.module.css. */
const LEGEND_ROWS = { usual: 46, narrow: 64 } as const;
const LEGEND_ROW = 18;
const NARROW_PANE = 540;
const LANE_GAP = 3;

/** The spans in view, ascending by start. */
export function spanRegions(model: SpanRegionsModel, axis: BarAxis): SpanRegion[] {
  const spans = visibleSpans(model, axis);
  const stretches = spans.map((span) => axis.stretchOf(model.moving?.id === span.id ? model.moving.span : span));
  const shown = spans.map((span, i) => ({ span, stretch: stretches[i] })).filter(hasStretch);
  const legend = (axis.width < NARROW_PANE ? LEGEND_ROWS.narrow : LEGEND_ROWS.usual) + (model.legendRows ?? 0) * LEGEND_ROW;
  const badges = placeBadges(shown, model.selectedId, legend);
  return shown.map(({ span: stored, stretch }, i) => {
    const span = fadedAsHeld(stored, model.moving);
    return regionOf(span, stretch, model, axis, badges[i]);
  });
}

/** The span with the uncertainty that the pointer holds at the moment. */
export function fadedAsHeld(span: Span, moving: MovingSpan | null): Span {
  if (moving === null || moving.fade === null || moving.id !== span.id) return span;
  return { ...span, [moving.fade.edge === 'start' ? 'startUncertainty' : 'endUncertainty']: moving.fade.uncertainty };
}

function regionOf(span: Span, stretch: Stretch, model: SpanRegionsModel, axis: BarAxis, badge: Badge | null): SpanRegion {
  return {
    stretch,
    startFade: fade(stretch.left, span.startUncertainty, axis),
    endFade: fade(stretch.right, span.endUncertainty, axis),
    confidence: span.confidence,
    selected: span.id === model.selectedId,
    selectedEdge: span.id === model.selectedId ? model.selectedEdge : null,
    fadeHandles: span.id === model.selectedId ? fadeHandles(span, stretch, model.moving, axis) : null,
    badge,
  };
}

function fadeHandles(span: Span, stretch: Stretch, moving: MovingSpan | null, axis: BarAxis): FadeHandles {
  const start = fadeHandleAt('start', stretch.left, span.startUncertainty, axis);
  const end = fadeHandleAt('end', stretch.right, span.endUncertainty, axis);
  const held = moving?.id === span.id ? moving.fade : null;
  return { start, end, held: held && { x: held.edge === 'start' ? start : end, text: `±${held.uncertainty}` } };
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

/** The soft mask's ramp, on both sides of the edge. */
function fade(edge: number, uncertainty: number, axis: BarAxis): Stretch {
  const reach = fadeReach(uncertainty, axis);
  return { left: edge - reach, right: edge + reach };
}

/** C 0.8: the type's letter, the confidence. */
export function badgeText(span: Pick<Span, 'type' | 'confidence'>): string {
  const confidence = Number(span.confidence.toFixed(2)).toString();
  return span.type === null ? confidence : `${span.type[0].toUpperCase()} ${confidence}`;
}

/** Badges that would overlap stand below each other. */
function placeBadges(shown: readonly Shown[], selectedId: SpanId | null, top: number): (Badge | null)[] {
  const badges = new Array<Badge | null>(shown.length).fill(null);
  const placed = shown.flatMap(({ span, stretch }, i) => {
    if (stretch.right - stretch.left < BADGE_MIN_SPAN && span.id !== selectedId) return [];
    // A span that begins left of the view keeps its badge in view as long as it lasts.
    const left = Math.min(Math.max(stretch.left, 0), stretch.right - 4);
    return [{ i, left, right: left + badgeWidth(badgeText(span)), text: badgeText(span) }];
  });
  placed.sort((a, b) => a.left - b.left);
  const lanes = assignLanes(placed, LANE_GAP);
  placed.forEach(({ i, left, text }, at) => {
    badges[i] = { x: left, y: top + lanes[at] * (BADGE_HEIGHT + LANE_GAP), text, filled: true };
  });
  return badges;
}
