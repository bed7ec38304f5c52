import type { SpanId } from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { TimeRange } from './span-edges.ts';

/** The spans that touch the view, and the selected one wherever it is. */
export function spansInView(spans: readonly Span[], view: TimeRange | null, selectedId: SpanId | null): readonly Span[] {
  if (view === null) return spans;
  return spans.filter((span) => span.id === selectedId || (span.startTime <= view.endTime && span.endTime >= view.startTime));
}
