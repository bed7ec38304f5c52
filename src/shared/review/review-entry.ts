import type { SeriesId, WindowId } from '../domain/ids.ts';
import type { TimeMs } from '../domain/time.ts';
import type { JudgedPrediction, LabelPlace, Verdict } from '../domain/verdict.ts';
import type { SplitPart, WindowState } from '../domain/window.ts';
import type { Segment } from '../engine/evaluation/match-spans.ts';
import type { FindingType } from './type-window.ts';

/** A finding of a window as a person is asked about it. `start` and `end` count bars from the window's first. */
export interface ReviewEntry {
  /** The same as long as the prediction and, without one, the label are the same: WINDOW:FIRST-LAST or WINDOW:LABEL. */
  readonly id: string;
  readonly windowId: WindowId;
  readonly seriesId: SeriesId;
  readonly windowState: WindowState;
  /** What the window was to the run; null: the run did not know it. */
  readonly part: SplitPart | null;
  /** The first takes precedence. */
  readonly types: readonly FindingType[];
  /** How sure the run is, in [0, 1]. */
  readonly confidence: number;
  /** First and last bar of all that it speaks of. */
  readonly startTime: TimeMs;
  readonly endTime: TimeMs;
  /** In time; none: missed. */
  readonly predictions: readonly (JudgedPrediction & Segment)[];
  /** In time; none: a false alarm. */
  readonly labels: readonly (LabelPlace & Segment)[];
  /** Places in `predictions` and `labels` of the two that are matched, and errors in bars, predicted minus labelled. */
  readonly pair: { readonly prediction: number; readonly label: number; readonly iou: number; readonly startError: number; readonly endError: number } | null;
  /** The newest that answers it; null: it was not judged. */
  readonly verdict: Verdict | null;
}
