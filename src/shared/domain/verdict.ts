import type { RunId, SeriesId, SpanId, VerdictId, WindowId } from './ids.ts';
import type { Direction } from './span.ts';
import type { TimeMs } from './time.ts';

/**
 * How a run and the labels of a window disagree, from what takes precedence on. `missed`: a label that no prediction meets.
 * `false-alarm`: a prediction that meets no label. The others are of what meets: the price moves the other way over the
 * prediction than over the label, one prediction on several labels, several predictions on one label, and edges of a
 * single pair that lie before or after the label's (docs/review.md).
 */
export type DisagreementType =
  | 'missed'
  | 'false-alarm'
  | 'wrong-direction'
  | 'merged'
  | 'split'
  | 'early-start'
  | 'late-start'
  | 'early-end'
  | 'late-end';

export const DISAGREEMENT_TYPES: readonly DisagreementType[] = [
  'missed',
  'false-alarm',
  'wrong-direction',
  'merged',
  'split',
  'early-start',
  'late-start',
  'early-end',
  'late-end',
];

/**
 * `accepted`: the run was right, and the labels are now what it says. `fixed`: it was right about an edge or two, or made a
 * person set them. `rejected`: the labels stand. `unsure`: asked again only when asked for.
 */
export type Decision = 'accepted' | 'fixed' | 'rejected' | 'unsure';
export const DECISIONS: readonly Decision[] = ['accepted', 'fixed', 'rejected', 'unsure'];

/** A predicted span as it was judged. */
export interface JudgedPrediction {
  readonly startTime: TimeMs;
  readonly endTime: TimeMs;
  /** How many it holds, both ends included. */
  readonly bars: number;
  /** Mean probability of its bars. */
  readonly score: number;
  /** Of the price over it; null: it ends where it began. */
  readonly direction: Direction | null;
}

/** A label's place. `direction`: its own, or that of the price over it. */
export interface LabelPlace {
  readonly id: SpanId;
  readonly startTime: TimeMs;
  readonly endTime: TimeMs;
  readonly direction: Direction | null;
}

/** What a person said of a disagreement. */
export interface Verdict {
  readonly id: VerdictId;
  readonly seriesId: SeriesId;
  readonly windowId: WindowId;
  /** The run that disagreed. */
  readonly runId: RunId;
  readonly types: readonly DisagreementType[];
  readonly decision: Decision;
  /** How sure the run was, in [0, 1]. */
  readonly confidence: number;
  /** In time; none for a missed label. */
  readonly predictions: readonly JudgedPrediction[];
  /** As the verdict left them, in time. */
  readonly labels: readonly LabelPlace[];
  readonly author: string;
  readonly decidedAt: TimeMs;
}
