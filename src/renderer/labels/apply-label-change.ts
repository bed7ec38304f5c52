import type { LabelChange } from '../../shared/contract/labels.ts';
import type { WindowDetail } from '../../shared/contract/windows.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { LabelWindow } from '../../shared/domain/window.ts';
import { bySpanStart } from './span-order.ts';

/** The spans after a change: those removed are gone, those touched are in their new state if they belong here at all. */
export function changeSpans(spans: readonly Span[], change: LabelChange, belongs: (span: Span) => boolean): readonly Span[] {
  const touched = new Set([...change.removedSpans, ...change.spans.map((span) => span.id)]);
  const untouched = spans.filter((span) => !touched.has(span.id));
  return [...untouched, ...change.spans.filter(belongs)].sort(bySpanStart);
}

export function changeWindowDetail(detail: WindowDetail, change: LabelChange): WindowDetail {
  return {
    ...detail,
    window: change.windows.find((window) => window.id === detail.window.id) ?? detail.window,
    spans: changeSpans(detail.spans, change, (span) => describesWindow(span, detail.window)),
  };
}

/** The window's own spans, and those of the free chart that lie within it. */
export function describesWindow(span: Span, window: LabelWindow): boolean {
  if (span.windowId !== null) return span.windowId === window.id;
  return span.seriesId === window.seriesId && span.startTime >= window.startTime && span.endTime <= window.endTime;
}
