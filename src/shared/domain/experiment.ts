import type { ExperimentId, RunId } from './ids.ts';
import type { Annotations, RunState } from './run.ts';
import type { TimeMs } from './time.ts';
import type { TrainConfig } from './train-config.ts';

/** `seeds`: the same training from several seeds. `folds`: each fold validates once. `sweep`: a grid over the configuration. */
export type ExperimentKind = 'seeds' | 'folds' | 'sweep';
export const EXPERIMENT_KINDS: readonly ExperimentKind[] = ['seeds', 'folds', 'sweep'];

/** One training of an experiment, decided before the first begins. */
export interface PlannedMember {
  /** What tells it from the others, in a few words: `seed 3`. */
  readonly label: string;
  /** Members of one group differ in seed or fold only and are summed up together; '' where there is one group. */
  readonly group: string;
  readonly config: TrainConfig;
}

export interface ExperimentMember extends PlannedMember {
  /** null: its turn has not come yet. */
  readonly runId: RunId | null;
}

/** Trainings that belong together, over the labels as they were when it began; they train one after the other. */
export interface ExperimentSummary extends Annotations {
  readonly id: ExperimentId;
  readonly name: string;
  readonly kind: ExperimentKind;
  /** `failed`: all had their turn, but not all came to their end. */
  readonly state: RunState;
  readonly createdAt: TimeMs;
  readonly finishedAt: TimeMs | null;
  readonly members: number;
  /** Members that trained to their end. */
  readonly done: number;
  /** In words, where it did not come to its end. */
  readonly error: string | null;
}

/** One figure over the members that have it. */
export interface FigureSummary {
  /** Its dotted path in an evaluation: `bar.at05.f1`. */
  readonly figure: string;
  readonly members: number;
  readonly mean: number;
  /** Standard deviation of a sample (n - 1); null for one member. */
  readonly deviation: number | null;
  readonly low: number;
  readonly high: number;
}

export interface GroupSummary {
  readonly group: string;
  /** Empty until a member was judged. */
  readonly figures: readonly FigureSummary[];
}
