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

export interface TrainingApi {
  listPresets: Method<Nothing, readonly Preset[]>;
  readReadiness: Method<{ readonly config: TrainConfig }, TrainingReadiness>;
  /** Answers once the run is recorded; its progress comes as events. One run trains at a time. */
  startTraining: Method<{ readonly config: TrainConfig; readonly name?: string }, { readonly runId: RunId }>;
  /** Keeps what was learned so far. */
  cancelTraining: Method<{ readonly runId: RunId }, null>;
  listRuns: Method<Nothing, readonly RunSummary[]>;
  readRun: Method<{ readonly runId: RunId }, { readonly run: RunSummary; readonly epochs: readonly EpochRecord[] }>;
  renameRun: Method<{ readonly runId: RunId; readonly name: string }, RunSummary>;
}
