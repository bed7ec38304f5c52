import type { Span } from '../../../../shared/domain/span.ts';
import type { TimeSpan } from '../../chart-types.ts';
import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';
import type { IntervalIndex } from '../../geometry/interval-index.ts';
import { fadedAsHeld, type MovingSpan } from '../span-regions/span-regions-view.ts';
import { maskOfSpans, type SureSpan } from './mask-of-spans.ts';

export interface MaskStripModel {
  readonly spans: IntervalIndex<Span>;
  /** Where the pointer holds a span at the moment, in place of where it is. */
  readonly moving: MovingSpan | null;
  /** null: the free chart, whose spans are all taken together. */
  readonly window: TimeSpan | null;
}

export interface MaskStrip {
  /** Of the bars that have a target. */
  readonly stretch: Stretch;
  /** A column for each bar in view whose target is above 0. Both heights in [0, 1]. */
  readonly columns: readonly { readonly stretch: Stretch; readonly mask: number; readonly height: number }[];
}

/** Bars beyond the view whose spans may fade into it. */
const FADE_REACH = 64;

/** The target that training makes of the labels; null: it is not shown, or a candle stands for several bars, which have no target of their own. */
export function maskStrip(model: MaskStripModel | null, axis: BarAxis): MaskStrip | null {
  const visible = axis.visible();
  if (model === null || visible === null || axis.barsPerCandle !== 1) return null;
  const from = Math.max(0, model.window === null ? visible.from - FADE_REACH : axis.indexOf(model.window.startTime));
  const to = Math.min(axis.count - 1, model.window === null ? visible.to + FADE_REACH : axis.indexOf(model.window.endTime));
  if (from > to) return null;
  const { mask, heights } = maskOfSpans(spansFrom(model, axis, from, to), to - from + 1);
  const columns = [];
  for (let i = Math.max(from, visible.from); i <= Math.min(to, visible.to); i += 1) {
    if (mask[i - from] > 0) columns.push({ stretch: { left: axis.leftOf(i), right: axis.leftOf(i + 1) }, mask: mask[i - from], height: heights[i - from] });
  }
  return { stretch: { left: axis.leftOf(from), right: axis.leftOf(to + 1) }, columns };
}

/** In bars from `from` on, as training counts them from the first bar of a window. */
function spansFrom({ spans, moving }: MaskStripModel, axis: BarAxis, from: number, to: number): SureSpan[] {
  const others = spans.touching(axis.timeOf(from), axis.timeOf(to)).filter(({ id }) => id !== moving?.id);
  const held = moving === null ? [] : spans.touching(axis.first, axis.last).filter(({ id }) => id === moving.id).map((span) => ({ ...fadedAsHeld(span, moving), startTime: moving.span.startTime, endTime: moving.span.endTime }));
  return [...others, ...held].map(({ startTime, endTime, startUncertainty, endUncertainty, confidence }) => ({
    start: axis.indexOf(startTime) - from,
    end: axis.indexOf(endTime) - from,
    startUncertainty,
    endUncertainty,
    confidence,
  }));
}
