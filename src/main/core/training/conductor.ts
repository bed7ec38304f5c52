import type { Database } from 'better-sqlite3';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { conductTraining } from './conduct-training.ts';
import type { RecordedRun } from './record-run.ts';
import { makeWatchedPlaces, type WatchedPlaces } from './watched-places.ts';

export interface TrainingTask {
  /** Puts the run into the project. */
  record(db: Database, closing: AbortSignal): RecordedRun | Promise<RecordedRun>;
  /** The run is in the project from now on. */
  onRecorded?(id: RunId): void;
  /** Ends the run early, which keeps what it learned. */
  readonly cancelled?: AbortSignal;
  /** Hears what every client hears, after them. */
  onEvent?(event: CoreEvent): void;
}

/** The right to train, until the work that it was given to has ended. */
export interface TrainingTurn {
  /** Trains a run to its end, which its state tells. Throws what refuses it before it is recorded. */
  train(task: TrainingTask): Promise<void>;
  /** The project closes. */
  readonly closing: AbortSignal;
}

/** Sees to it that one run trains at a time. */
export interface Conductor {
  /** Settles once the work has ended, as it ended. Throws ExpanseError 'conflict' while other work is under way. */
  begin(work: (turn: TrainingTurn) => Promise<void>): Promise<void>;
  /** The run ends early and keeps what it learned; nothing happens where it does not train. */
  cancel(runId: RunId): void;
  /** null: the run does not train. */
  watchedBy(runId: RunId): WatchedPlaces | null;
  /** Throws ExpanseError 'conflict' while work is under way. */
  requireIdle(): Promise<void>;
}

export function makeConductor(context: CoreContext): Conductor {
  let active: { readonly close: AbortController; readonly ended: Promise<void> } | null = null;
  /** id null: not recorded yet. */
  let run: { id: RunId | null; readonly cancel: AbortController; readonly watched: WatchedPlaces } | null = null;

  context.project.beforeClose(async () => {
    active?.close.abort();
    await active?.ended;
  });

  const train = async ({ record, onRecorded, cancelled, onEvent }: TrainingTask, closing: AbortSignal): Promise<void> => {
    const db = context.database();
    const current: NonNullable<typeof run> = { id: null, cancel: new AbortController(), watched: makeWatchedPlaces() };
    run = current;
    await conductTraining({
      db,
      record: () => record(db, closing),
      trainers: context.trainers,
      emit: (event) => {
        context.emit(event);
        onEvent?.(event);
      },
      watched: current.watched,
      onRecorded: (id) => {
        current.id = id;
        onRecorded?.(id);
      },
      cancelled: AbortSignal.any([current.cancel.signal, ...(cancelled === undefined ? [] : [cancelled])]),
      closing,
    }).finally(() => (run = null));
  };

  const refuseSecond = (): void => {
    if (active === null) return;
    const what = run === null || run.id === null ? 'A training' : `Run ${run.id}`;
    throw new ExpanseError('conflict', `${what} is under way, and one run trains at a time.`, 'Wait until it has ended, or cancel it.');
  };
  // Work that has just told its end lets go within this turn of the event loop.
  const letGo = (): Promise<void> => new Promise(setImmediate);

  return {
    begin: async (work) => {
      if (active !== null) await letGo();
      refuseSecond();
      const close = new AbortController();
      const worked = work({ train: (task) => train(task, close.signal), closing: close.signal }).finally(() => (active = null));
      active = { close, ended: worked.catch(() => undefined) };
      await worked;
    },
    cancel: (id) => {
      if (run?.id === id) run.cancel.abort();
    },
    watchedBy: (id) => (run?.id === id ? run.watched : null),
    requireIdle: async () => {
      await letGo();
      refuseSecond();
    },
  };
}
