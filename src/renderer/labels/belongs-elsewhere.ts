import type { WindowId } from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/span.ts';

/** A span of a window describes that window alone, and is changed only there; on the free chart (`open` is null) it can be seen. */
export function belongsElsewhere(span: Pick<Span, 'windowId'>, open: WindowId | null): boolean {
  return span.windowId !== null && span.windowId !== open;
}
