import type { DecodingChoice, DecodingConfig } from './decoding.ts';
import type { Baseline, Evaluation, EvaluationCurves, Interval, PairedDifference, Resampling } from './evaluation.ts';
import type { ExperimentId, RunId, SeriesId, WindowId } from './ids.ts';
import type { EpochRecord, PerTask } from './run.ts';
import type { TimeMs } from './time.ts';
import type { SpanMode, TrainConfig } from './train-config.ts';
import type { SplitPart } from './window.ts';

/** What was trained: a run, or the trainings of an experiment's group (null: of its only group). */
export type TrainedSource =
  | { readonly kind: 'run'; readonly runId: RunId }
  | { readonly kind: 'experiment'; readonly experimentId: ExperimentId; readonly group: string | null };

/** Two or more that judge as one: each bar's probability is the mean of what they say. */
export interface TogetherSource {
  readonly kind: 'together';
  readonly parts: readonly TrainedSource[];
}

/** What can be compared. */
export type ContenderSource = TrainedSource | TogetherSource;

/** One training of a contender. */
export interface ContenderRun {
  readonly id: RunId;
  readonly name: string;
  readonly seed: number;
  readonly backend: string;
  readonly snapshotHash: string;
  readonly createdAt: TimeMs;
  readonly epochsDone: number;
  /** Of the optimiser, in all its epochs. */
  readonly steps: number;
  readonly secondsPerEpoch: number | null;
  readonly sigmas: PerTask | null;
  readonly taskWeights: PerTask | null;
  /** Without what was watched of them. */
  readonly epochs: readonly Omit<EpochRecord, 'view'>[];
}

/**
 * What learned under one configuration. Runs that differ in their seed are judged on the same windows each and their figures
 * averaged; the folds of one cross-validation are judged together, each window by the run that did not learn from it.
 */
export interface ContenderPart {
  readonly source: TrainedSource;
  /** Unique in a comparison. */
  readonly name: string;
  readonly mode: SpanMode;
  readonly kind: 'run' | 'seeds' | 'folds';
  readonly runs: readonly ContenderRun[];
  /** Trainings of its experiment that did not come to their end and are left out. */
  readonly missing: number;
  /** Of its first run. */
  readonly config: TrainConfig;
}

/** Several that learned apart and judge as one, seed by seed. They have no configuration and no course of learning of their own. */
export interface TogetherContender extends Pick<ContenderPart, 'name' | 'kind' | 'missing'> {
  readonly source: TogetherSource;
  readonly mode: 'together';
  readonly parts: readonly ContenderPart[];
}

/** How a side of a comparison was judged. */
interface ContenderJudgement {
  /** Of its first seed. */
  readonly decoding: { readonly config: DecodingConfig; readonly choice: DecodingChoice };
  /** Of its first seed, in words: why it lacks a figure. */
  readonly absent: Evaluation['absent'];
  /** Mean over its seeds. */
  readonly bestThreshold: number;
  /** Of all its runs together, on the compared windows. */
  readonly curves: EvaluationCurves;
}

/** One side of a comparison. */
export type Contender = (ContenderPart | TogetherContender) & ContenderJudgement;

/** Values of a setting on which several together do not agree, in the order of its parts. */
export interface SeveralValues {
  readonly several: readonly unknown[];
}

/** A setting that is not the same everywhere: its dotted path, and its value in each contender (undefined: it has none; or SeveralValues). */
export interface ConfigDifference {
  readonly field: string;
  readonly values: readonly unknown[];
}

/** One figure of each contender. */
export interface ComparedFigure {
  /** Its dotted path in an evaluation, such as `bar.at05.f1`. */
  readonly figure: string;
  /** null: neither; a difference of the verdict 'better' is then no more than a higher one, of 'worse' a lower one. */
  readonly higherIsBetter: boolean | null;
  /** null: the contender has no such figure. */
  readonly values: readonly (number | null)[];
  readonly intervals: readonly (Interval | null)[];
  /** Standard deviation (n - 1) over the contender's seeds; null where it has one. */
  readonly deviations: readonly (number | null)[];
  /** Contender minus the first one, by the same resamples of the same windows; null for the first, and where one has no such figure. */
  readonly differences: readonly (PairedDifference | null)[];
}

/** How each contender fares in a window. `right`: its decoded spans and the labelled ones meet one to one at IoU 0.5. */
export interface ComparedWindow {
  readonly windowId: WindowId;
  readonly seriesId: SeriesId;
  readonly symbol: string;
  readonly fromIndex: number;
  readonly startTime: TimeMs;
  readonly length: number;
  /** First and last bar (included), counted from the window's first. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** By contender; of several seeds: whether more than half of its runs are right. */
  readonly right: readonly boolean[];
  /** By contender, of its first seed. */
  readonly decoded: readonly (readonly { readonly start: number; readonly end: number }[])[];
  /** The run that a chart shows for each contender: its first, or that of the window's fold; of several together the first part's. */
  readonly shownBy: readonly RunId[];
}

export interface ComparedBaseline extends Omit<Baseline, 'gain'> {
  /** By contender, as `Baseline.gain` of each. */
  readonly gains: readonly Baseline['gain'][];
}

/** Figures of two or more contenders on the same windows of one part, and what may be said of them. */
export interface Comparison {
  readonly part: SplitPart;
  /** That all contenders were judged on, and those that not all were, which are left out. */
  readonly windows: number;
  readonly leftOut: number;
  readonly spans: number;
  readonly contenders: readonly Contender[];
  readonly configuration: readonly ConfigDifference[];
  readonly figures: readonly ComparedFigure[];
  /** Those that only some contenders get right first, each kind in the order of time. */
  readonly confusion: readonly ComparedWindow[];
  /** What learns nothing of bars, on the same windows; thresholds were chosen for the first contender. */
  readonly baselines: readonly ComparedBaseline[];
  readonly resampling: Resampling;
  /** In words: what the figures say, and what they do not. */
  readonly conclusions: readonly string[];
  /** What one has to know before one believes a figure: other labels, leaky splits, weights chosen on the part, too few steps. */
  readonly cautions: readonly string[];
}
