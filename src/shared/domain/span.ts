import type { RunId, SeriesId, SpanId, WindowId } from './ids.ts';
import type { TimeMs } from './time.ts';

/** The state of the market before the expansion. */
export type SpanType = 'consolidation' | 'retracement';
export const SPAN_TYPES: readonly SpanType[] = ['consolidation', 'retracement'];

export type Direction = 'up' | 'down';
/** Who made the label: a person, an imported dataset, or a person accepting a prediction. */
export type SpanSource = 'person' | 'import' | 'prediction';

/** A labelled expansion. Bars are named by their opening times; first and last bar are included. */
export interface Span {
  readonly id: SpanId;
  readonly seriesId: SeriesId;
  /** The window that it describes; null: marked on the free chart, describes every window that holds it. */
  readonly windowId: WindowId | null;
  readonly startTime: TimeMs;
  readonly endTime: TimeMs;
  /** In (0, 1]. */
  readonly confidence: number;
  /** In bars, 0 or more. */
  readonly startUncertainty: number;
  readonly endUncertainty: number;
  readonly type: SpanType | null;
  /** null: derived from the bars (close of the last against open of the first). */
  readonly direction: Direction | null;
  readonly note: string;
  readonly author: string;
  readonly source: SpanSource;
  /** The score of the accepted prediction; null for labels that a person drew. */
  readonly score: number | null;
  /** The run whose prediction was accepted; absent for all other labels, and where it is not known. */
  readonly runId?: RunId;
  readonly createdAt: TimeMs;
  readonly updatedAt: TimeMs;
}

/** What a person may change of a span. */
export type SpanPatch = Partial<
  Pick<Span, 'startTime' | 'endTime' | 'confidence' | 'startUncertainty' | 'endUncertainty' | 'type' | 'direction' | 'note'>
>;

/** Digit keys 1-5. */
export const CONFIDENCE_STEPS = [0.2, 0.4, 0.6, 0.8, 1] as const;
