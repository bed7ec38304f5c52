import type { ExperimentSummary } from '../domain/experiment.ts';
import type { ExperimentId, JobId, RunId, WindowId } from '../domain/ids.ts';
import type { EpochRecord, RunSummary } from '../domain/run.ts';
import type { LabelChange } from './labels.ts';

export interface JobProgress {
  readonly jobId: JobId;
  /** What is being done, in words. */
  readonly message: string;
  readonly done: number;
  /** null: not known yet. */
  readonly total: number | null;
  readonly secondsLeft: number | null;
}

/** What the core tells every connected client. */
export type CoreEvent =
  | { readonly kind: 'project-changed' }
  | { readonly kind: 'series-changed' }
  | { readonly kind: 'windows-changed' }
  | { readonly kind: 'labels-changed'; readonly change: LabelChange }
  /** Beside `labels-changed`: verdicts of these windows were made, replaced, taken back or repeated. */
  | { readonly kind: 'verdicts-changed'; readonly windowIds: readonly WindowId[] }
  /** What is known of them: one was tested, or a page that can train came or left. */
  | { readonly kind: 'backends-changed' }
  | { readonly kind: 'job-progress'; readonly progress: JobProgress }
  | { readonly kind: 'run-changed'; readonly run: RunSummary }
  | { readonly kind: 'run-epoch'; readonly runId: RunId; readonly record: EpochRecord; readonly epochs: number; readonly secondsLeft: number }
  | { readonly kind: 'experiment-changed'; readonly experiment: ExperimentSummary }
  /** After each epoch of a member. `secondsLeft`: of all its members, at most. */
  | { readonly kind: 'experiment-progress'; readonly experimentId: ExperimentId; readonly done: number; readonly members: number; readonly secondsLeft: number }
  | { readonly kind: 'predictions-changed'; readonly runId: RunId };

/** What a client offers to the core. */
export interface ClientApi {
  onCoreEvent(event: CoreEvent): void;
}
