import type { DecodingConfig } from '../domain/decoding.ts';
import type { EditId, RunId, SeriesId, WindowId } from '../domain/ids.ts';
import type { TimeMs } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { SplitPart, WindowState } from '../domain/window.ts';
import type { DecisionRequest } from '../review/carry-out.ts';
import type { ReviewFilter, ReviewOrder } from '../review/choose-entries.ts';
import type { ReviewEntry } from '../review/review-entry.ts';
import type { ReviewSums } from '../review/sum-entries.ts';
import type { LabelChange } from './labels.ts';
import type { Method } from './result.ts';

/** A run against the labels as they are now, in the windows that it predicted by themselves. */
export interface ReviewScope {
  readonly runId: RunId;
  /** Of the run's spans; absent: the run's own. */
  readonly decoding?: DecodingConfig;
  /** Instead of a decoding: runs of bars that reach it. */
  readonly threshold?: number;
  /** Bars by which an edge may lie off and still agree; absent: 0. */
  readonly tolerance?: number;
  /** Absent: reviewed windows. In others a prediction that meets no label is a proposal, because their labels are not complete. */
  readonly states?: readonly WindowState[];
  /** What the windows were to the run; absent: whatever they were, also unknown. */
  readonly parts?: readonly SplitPart[];
}

export interface ReviewPage {
  /** Entries that the filter lets through. */
  readonly total: number;
  /** Of those, leaving the filter's `decided` aside: not judged yet. */
  readonly undecided: number;
  readonly entries: readonly ReviewEntry[];
  readonly decoding: DecodingConfig;
  /** Windows of these states that the run did not predict, so that they are not among those reviewed. */
  readonly notPredicted: number;
}

/** Windows in which there is neither a label nor a prediction count in `windows`, but are not listed. */
export interface ReviewSummary {
  readonly run: ReviewSums & { readonly windows: number };
  readonly series: readonly (ReviewSums & { readonly seriesId: SeriesId; readonly windows: number })[];
  /** In queue order. */
  readonly windows: readonly (ReviewSums & { readonly windowId: WindowId; readonly seriesId: SeriesId; readonly startTime: TimeMs })[];
  readonly notPredicted: number;
}

/** A label that the bulk would make, change or remove. */
export interface BulkSpan {
  readonly entryId: string;
  readonly windowId: WindowId;
  /** null: it is made. */
  readonly before: { readonly startTime: TimeMs; readonly endTime: TimeMs } | null;
  /** null: it is removed. */
  readonly after: { readonly startTime: TimeMs; readonly endTime: TimeMs; readonly score: number | null } | null;
}

/** All undecided entries with a prediction whose score is at least `minScore`, the surest first. Missed labels are none. */
export interface BulkOrder {
  readonly scope: ReviewScope;
  readonly filter: ReviewFilter;
  readonly minScore: number;
}

export interface BulkPreview {
  /** Of what would be done: the act is refused where it would be something else by then. */
  readonly token: string;
  /** Entries that would be accepted. */
  readonly entries: number;
  /** Entries that wait, because one that is surer changes the same label. */
  readonly leftOut: number;
  readonly made: number;
  readonly changed: number;
  readonly removed: number;
  readonly spans: readonly BulkSpan[];
}

export interface ReviewApi {
  listReview: Method<
    { readonly scope: ReviewScope; readonly filter: ReviewFilter; readonly order: ReviewOrder; readonly offset: number; readonly limit: number },
    ReviewPage
  >;
  sumReview: Method<{ readonly scope: ReviewScope; readonly seriesId?: SeriesId }, ReviewSummary>;
  /**
   * Stores the verdict and changes the labels as it says, in one step of the history, under a scope that gives the same entry.
   * Decided again, the verdict is replaced. The same `editId` again is answered with the first outcome.
   */
  decideReview: Method<
    { readonly editId: EditId; readonly scope: ReviewScope; readonly entryId: string; readonly request: DecisionRequest },
    { readonly change: LabelChange; readonly verdict: Verdict }
  >;
  previewAcceptAbove: Method<BulkOrder, BulkPreview>;
  /** In one step of the history. Throws 'conflict' where it would not do what the preview with this token said. */
  acceptAbove: Method<BulkOrder & { readonly editId: EditId; readonly token: string }, { readonly change: LabelChange; readonly verdicts: number }>;
  /** All verdicts, newest first. */
  listVerdicts: Method<{ readonly seriesId?: SeriesId; readonly runId?: RunId }, readonly Verdict[]>;
}
