import { lastBarAtOrBefore } from '../../../shared/domain/bar.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { WindowSpan } from '../../../shared/engine/training/window-data.ts';

/** Labels counted in the bars of their window. time: opening times of the window's bars, [T]. */
export function toWindowSpans(spans: readonly Span[], time: Float64Array): readonly WindowSpan[] {
  return spans.map(({ startTime, endTime, confidence, startUncertainty, endUncertainty, type }) => ({
    start: lastBarAtOrBefore(time, startTime),
    end: lastBarAtOrBefore(time, endTime),
    confidence,
    startUncertainty,
    endUncertainty,
    type,
  }));
}
