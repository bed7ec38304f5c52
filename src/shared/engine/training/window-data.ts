import type { BarColumns } from '../../domain/bar.ts';
import type { Span } from '../../domain/span.ts';

/** A label as training sees it: first and last bar (included) counted from the window's first. */
export interface WindowSpan extends Pick<Span, 'confidence' | 'startUncertainty' | 'endUncertainty' | 'type'> {
  readonly start: number;
  readonly end: number;
}

/** A reviewed window with all that training reads of it. Its spans lie within it, in order. */
export interface WindowData {
  /** `warmUp` bars before the window, then its own. */
  readonly bars: BarColumns;
  readonly warmUp: number;
  readonly spans: readonly WindowSpan[];
}
