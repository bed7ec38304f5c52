import type { RunId, SeriesId, WindowId } from './ids.ts';
import type { TimeMs } from './time.ts';

/** A decoded span; `score`: mean probability of its bars. First and last bar are included. */
export interface PredictedSpan {
  readonly startTime: TimeMs;
  readonly endTime: TimeMs;
  readonly score: number;
}

/** A run's probabilities over consecutive bars of a series, [n] each, and what is decoded from them. */
export interface Prediction {
  readonly runId: RunId;
  readonly seriesId: SeriesId;
  /** The window that was predicted by itself; null: part of a whole-series prediction. */
  readonly windowId: WindowId | null;
  readonly time: Float64Array;
  readonly probability: Float32Array;
  readonly threshold: number;
  readonly spans: readonly PredictedSpan[];
}
