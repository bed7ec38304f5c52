import type { EpochView } from './epoch-view.ts';
import type { BarScore, Evaluation, Separation, ThresholdScore } from './evaluation.ts';
import type { ExperimentId, RunId } from './ids.ts';
import type { TimeMs } from './time.ts';
import type { TaskName, TrainConfig } from './train-config.ts';

export type RunState = 'running' | 'done' | 'cancelled' | 'failed' | 'interrupted';

export type PerTask = Readonly<Record<TaskName, number>>;

/** Raw (unweighted) loss of each task as means over windows, and the sum that was minimised. */
export interface LossRecord {
  readonly raw: PerTask;
  /** Kendall-weighted total, the minimised value. */
  readonly weighted: number;
  /** Plain sum of the raw losses, which the published study called validation loss. */
  readonly sum: number;
}

/** One epoch. Figures on bars are of the validation part, threshold 0.5 where not said otherwise. */
export interface EpochRecord {
  readonly epoch: number;
  readonly train: LossRecord;
  readonly val: LossRecord | null;
  readonly sigmas: PerTask;
  readonly taskWeights: PerTask;
  readonly learningRate: number;
  readonly gradientNorm: number;
  readonly val05: BarScore | null;
  readonly valBest: ThresholdScore | null;
  readonly separation: Separation | null;
  readonly seconds: number;
  /** Absent in runs of earlier versions. */
  readonly view?: EpochView;
}

/** What a person wrote down of a run or an experiment. */
export interface Annotations {
  readonly tags: readonly string[];
  readonly note: string;
  readonly favourite: boolean;
  /** Out of the way, but kept. */
  readonly archived: boolean;
}

export interface RunSummary extends Annotations {
  readonly id: RunId;
  readonly name: string;
  /** The experiment that it is part of, and what tells it from the others there; null: it stands alone. */
  readonly experiment: { readonly id: ExperimentId; readonly label: string } | null;
  readonly state: RunState;
  readonly createdAt: TimeMs;
  readonly finishedAt: TimeMs | null;
  readonly config: TrainConfig;
  readonly backend: string;
  readonly windows: { readonly train: number; readonly val: number; readonly test: number; readonly spans: number };
  readonly epochsDone: number;
  readonly bestEpoch: number | null;
  readonly secondsPerEpoch: number | null;
  readonly sigmas: PerTask | null;
  readonly taskWeights: PerTask | null;
  /** Of its evaluation on the validation part, what a list shows; null: it was not judged yet. */
  readonly judged: { readonly f1At05: number; readonly bestThreshold: number } | null;
  /** In words, where it failed. */
  readonly error: string | null;
}

export interface RunWithEvaluation extends RunSummary {
  /** On the validation part, without its curves. */
  readonly evaluation: Evaluation | null;
}
