import type { ExperimentKind, ExperimentMember, ExperimentSummary, GroupSummary, PlannedMember } from '../domain/experiment.ts';
import type { ExperimentId } from '../domain/ids.ts';
import type { Annotations } from '../domain/run.ts';
import type { Method, Nothing } from './result.ts';

export interface ExperimentDetails {
  readonly experiment: ExperimentSummary;
  /** In the order in which they train. */
  readonly members: readonly ExperimentMember[];
  /** Over the validation windows of each member that was judged. */
  readonly groups: readonly GroupSummary[];
}

export interface ExperimentsApi {
  /**
   * Keeps the members and the labels as they are now, and begins to train them one after the other; answers once the
   * experiment is recorded. Refused where any member could not train, and while anything trains. `name`: left out, it is
   * named after what it does.
   */
  startExperiment: Method<{ readonly kind: ExperimentKind; readonly name?: string; readonly members: readonly PlannedMember[] }, { readonly experimentId: ExperimentId }>;
  /** Trains every member that did not come to its end, one that was begun from its last checkpoint. */
  resumeExperiment: Method<{ readonly experimentId: ExperimentId }, null>;
  /** Stops the member that trains, keeps what it learned, and begins no other. */
  cancelExperiment: Method<{ readonly experimentId: ExperimentId }, null>;
  /** Newest first. */
  listExperiments: Method<Nothing, readonly ExperimentSummary[]>;
  /** The newest of exactly these members; null: there is none. */
  findExperiment: Method<{ readonly kind: ExperimentKind; readonly members: readonly PlannedMember[] }, ExperimentSummary | null>;
  readExperiment: Method<{ readonly experimentId: ExperimentId }, ExperimentDetails>;
  renameExperiment: Method<{ readonly experimentId: ExperimentId; readonly name: string }, ExperimentSummary>;
  annotateExperiment: Method<{ readonly experimentId: ExperimentId } & Partial<Annotations>, ExperimentSummary>;
}
