import type { BarColumns } from '../domain/bar.ts';
import type { RunId, SeriesId, WindowId } from '../domain/ids.ts';
import type { RunWarning } from '../domain/run-warning.ts';
import type { Annotations, EpochRecord, RunSummary, RunWithEvaluation } from '../domain/run.ts';
import type { BackendSettings, TrainConfig } from '../domain/train-config.ts';
import type { TimeMs } from '../domain/time.ts';
import type { Method, Nothing } from './result.ts';

export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly config: TrainConfig;
  /** Training windows for which its epochs were chosen; absent: they hold for any number. */
  readonly epochsFor?: number;
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
  readonly run: RunWithEvaluation;
  readonly epochs: readonly EpochRecord[];
  /** The epoch after which `resumeTraining` would go on; null: the run trains, or nothing was kept to go on from. */
  readonly resumableFrom: number | null;
  /** In words for a person: why the run computes on its back end, then which others could not be used; empty before it began. */
  readonly backendNotes: readonly string[];
  /** The known traps that it has fallen into, as far as it has come. */
  readonly warnings: readonly RunWarning[];
}

/** One row of the table of back ends. */
export interface BackendRow {
  readonly name: string;
  /** null: nothing speaks against it, but it was not tested yet. */
  readonly usable: boolean | null;
  /** In words: why it cannot be used, or how it was started where that is worth a word; else empty. */
  readonly reason: string;
  /** Of a step of training; null where it was not timed. */
  readonly secondsPerStep: number | null;
}

export interface BackendReport {
  readonly backends: readonly BackendRow[];
  /** In words: which of them a training takes that leaves it open, and why; null: not all were tested yet. */
  readonly choice: string | null;
}

export interface WatchableWindow {
  /** Among the windows of the validation part, from 0. */
  readonly place: number;
  readonly windowId: WindowId;
  readonly seriesId: SeriesId;
  readonly startTime: TimeMs;
  readonly spans: number;
  /** Mean over its spans; null without one. */
  readonly confidence: number | null;
}

/** A window as the run was given it. */
export interface WatchedWindow extends Omit<WatchableWindow, 'spans'> {
  /** Of its own bars. */
  readonly bars: Pick<BarColumns, 'open' | 'high' | 'low' | 'close'>;
  /** First and last bar (included), counted from the window's first. */
  readonly spans: readonly { readonly start: number; readonly end: number; readonly confidence: number }[];
}

/** What training once more would be, and what it would learn anew. */
export interface Retraining {
  /** As the run was configured, or as the first preset is where there is no run that was trained here. Of a fold the whole of which it is one. */
  readonly config: TrainConfig;
  /** Steps of the history by which the labels differ from those that the run was given; null: there is no run. */
  readonly edits: number | null;
}

export interface TrainingApi {
  listPresets: Method<Nothing, readonly Preset[]>;
  readReadiness: Method<{ readonly config: TrainConfig }, TrainingReadiness>;
  /** Once more as this run, or as the newest one where it is null. */
  readRetraining: Method<{ readonly runId: RunId | null }, Retraining>;
  /** Answers once the run is recorded; its progress comes as events. One run trains at a time. */
  startTraining: Method<{ readonly config: TrainConfig; readonly name?: string }, { readonly runId: RunId }>;
  /**
   * Goes on with a run that ended, under the same id, from its last checkpoint and with the labels that it was given;
   * `epochs` raises their number, which is the only way to go on with a run that did them all. Without `backend` it computes
   * where it did before, or, where that is not there any more, on the fastest one. Answers as `startTraining`.
   */
  resumeTraining: Method<{ readonly runId: RunId; readonly epochs?: number; readonly backend?: TrainConfig['backend'] }, { readonly runId: RunId }>;
  /** Keeps what was learned so far. */
  cancelTraining: Method<{ readonly runId: RunId }, null>;
  listRuns: Method<Nothing, readonly RunSummary[]>;
  readRun: Method<{ readonly runId: RunId }, RunDetails>;
  /** What is known of the back ends; nothing is tested. */
  listBackends: Method<BackendSettings, BackendReport>;
  /** Tests and times every back end anew. Refused with 'conflict' while a run trains: each would slow the other. */
  examineBackends: Method<BackendSettings, BackendReport>;
  annotateRun: Method<{ readonly runId: RunId } & Partial<Annotations>, RunSummary>;
  /** The windows of the validation part, each of which can be watched. */
  listWatchable: Method<{ readonly runId: RunId }, readonly WatchableWindow[]>;
  /** The windows that are watched now or, once the run has ended, were in its last epoch; none in runs of earlier versions. */
  readWatched: Method<{ readonly runId: RunId }, readonly WatchedWindow[]>;
  /** Watches these windows from the next epoch on. 'conflict': the run does not train; 'not-found': no such place. */
  watchWindows: Method<{ readonly runId: RunId; readonly places: readonly number[] }, readonly WatchedWindow[]>;
  renameRun: Method<{ readonly runId: RunId; readonly name: string }, RunSummary>;
}
