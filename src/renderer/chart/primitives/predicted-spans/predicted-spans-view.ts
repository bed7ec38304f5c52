import type { PredictedSpan } from '../../../../shared/domain/prediction.ts';
import type { SpanEdge, TimeSpan } from '../../chart-types.ts';
import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';
import type { IntervalIndex } from '../../geometry/interval-index.ts';
import { BADGE_MIN_SPAN, badgeWidth } from '../badge.ts';

export interface PredictedSpansModel {
  readonly spans: IntervalIndex<PredictedSpan>;
  readonly selected: TimeSpan | null;
  readonly selectedEdge: SpanEdge | null;
}

export interface PredictedOutline {
  readonly stretch: Stretch;
  readonly score: string;
  /** Left of the score's badge in CSS pixels; null: there is no room for it. */
  readonly badgeX: number | null;
  readonly selected: boolean;
  readonly selectedEdge: SpanEdge | null;
}

const BADGE_GAP = 3;

/** The predicted spans in view, ascending by start. */
export function predictedOutlines(model: PredictedSpansModel, axis: BarAxis): PredictedOutline[] {
  const visible = axis.visible();
  if (visible === null) return [];
  const to = visible.to === axis.count - 1 ? Infinity : axis.timeOf(visible.to);
  let freeFrom = -Infinity;
  return model.spans.touching(axis.timeOf(visible.from), to).flatMap((span) => {
    const stretch = axis.stretchOf(span);
    if (stretch === null) return [];
    const score = span.score.toFixed(2);
    const x = Math.min(Math.max(stretch.left, 0), stretch.right - 4);
    const badgeX = x >= freeFrom && stretch.right - stretch.left >= BADGE_MIN_SPAN ? x : null;
    if (badgeX !== null) freeFrom = x + badgeWidth(score) + BADGE_GAP;
    const selected = model.selected?.startTime === span.startTime && model.selected.endTime === span.endTime;
    return [{ stretch, score, badgeX, selected, selectedEdge: selected ? model.selectedEdge : null }];
  });
}
