import type { JobId, RunId, SeriesId, WindowId } from '../domain/ids.ts';
import type { EvaluationDetails } from '../domain/evaluation.ts';
import type { Prediction } from '../domain/prediction.ts';
import type { TimeMs } from '../domain/time.ts';
import type { SplitPart } from '../domain/window.ts';
import type { Method } from './result.ts';

/** Spans of one run held against those of an earlier one, each decoded by its own threshold. */
export interface PredictionChanges {
  readonly windows: number;
  /** In both, with the same edges. */
  readonly same: number;
  /** In both, by a shared bar, with other edges. */
  readonly moved: number;
  readonly gained: number;
  readonly lost: number;
}

export interface PredictionsApi {
  /** Predicts a whole series and keeps the outcome in the project; progress under `jobId`. */
  predictSeries: Method<
    { readonly runId: RunId; readonly seriesId: SeriesId; readonly jobId: JobId },
    { readonly bars: number; readonly spans: number; readonly seconds: number; readonly barsPerSecond: number }
  >;
  /** The kept whole-series prediction over [from, to]; null: the series was not predicted with this run yet. */
  readSeriesPrediction: Method<
    { readonly runId: RunId; readonly seriesId: SeriesId; readonly from: TimeMs; readonly to: TimeMs; readonly threshold?: number },
    Prediction | null
  >;
  /** The run's prediction of one window, computed when it is asked for the first time. */
  readWindowPrediction: Method<{ readonly runId: RunId; readonly windowId: WindowId; readonly threshold?: number }, Prediction>;
  /** What `to` says otherwise than `from` of the windows of a series, of many those nearest to `near`. */
  readPredictionChanges: Method<{ readonly from: RunId; readonly to: RunId; readonly seriesId: SeriesId; readonly near: TimeMs }, PredictionChanges>;
  evaluateRun: Method<{ readonly runId: RunId; readonly part: SplitPart }, EvaluationDetails>;
}
