import type { RunId } from '../domain/ids.ts';
import type { EpochRecord, RunSummary } from '../domain/run.ts';
import type { TrainConfig } from '../domain/train-config.ts';
import type { Method, Nothing } from './result.ts';

export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly config: TrainConfig;
}

/** What a training would learn from now, and what is in its way. */
export interface TrainingReadiness {
  readonly reviewedWindows: number;
  readonly reviewedSpans: number;
  readonly windows: { readonly train: number; readonly val: number; readonly test: number };
  /** In words; empty where training can start. */
  readonly obstacles: readonly string[];
  /** In words: it can start, but. */
  readonly warnings: readonly string[];
}

export interface RunDetails {
  readonly run: RunSummary;
  readonly epochs: readonly EpochRecord[];
  /** The epoch after which `resumeTraining` would go on; null: the run trains, or nothing was kept to go on from. */
  readonly resumableFrom: number | null;
  /** In words for a person: why the run computes on its back end, then which others could not be used; empty before it began. */
  readonly backendNotes: readonly string[];
  /** In words for a person: the known traps that it has fallen into, as far as it has come. */
  readonly warnings: readonly string[];
}

export interface TrainingApi {
  listPresets: Method<Nothing, readonly Preset[]>;
  readReadiness: Method<{ readonly config: TrainConfig }, TrainingReadiness>;
  /** Answers once the run is recorded; its progress comes as events. One run trains at a time. */
  startTraining: Method<{ readonly config: TrainConfig; readonly name?: string }, { readonly runId: RunId }>;
  /**
   * Goes on with a run that ended, under the same id, from its last checkpoint and with the labels that it was given;
   * `epochs` raises their number, which is the only way to go on with a run that did them all. Answers as `startTraining`.
   */
  resumeTraining: Method<{ readonly runId: RunId; readonly epochs?: number }, { readonly runId: RunId }>;
  /** Keeps what was learned so far. */
  cancelTraining: Method<{ readonly runId: RunId }, null>;
  listRuns: Method<Nothing, readonly RunSummary[]>;
  readRun: Method<{ readonly runId: RunId }, RunDetails>;
  renameRun: Method<{ readonly runId: RunId; readonly name: string }, RunSummary>;
}
