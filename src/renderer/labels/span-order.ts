import type { Span } from '../../shared/domain/span.ts';

/** By first bar, then last bar, then id, so that the order never depends on how the list was loaded. */
export function bySpanStart(a: Span, b: Span): number {
  return a.startTime - b.startTime || a.endTime - b.endTime || (a.id < b.id ? -1 : 1);
}
