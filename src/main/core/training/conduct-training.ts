import type { Database } from 'better-sqlite3';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { toAppError } from '../../../shared/contract/errors.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import { putCheckpoint } from '../../store/queries/checkpoints.ts';
import { dropRunPredictions } from '../../store/queries/predictions.ts';
import { readZones } from '../../store/queries/series.ts';
import { addEpoch, finishRun, keepEvaluation, readRun, setBackend, type EndState } from '../../store/queries/runs.ts';
import { calibrationFolds } from './calibration-folds.ts';
import { chooseWatched } from './choose-watched.ts';
import { judgeRun, withoutCurves } from './judge-run.ts';
import type { RecordedRun } from './record-run.ts';
import { predictRunWindows } from './run-predictions.ts';
import { buildTrainData, ofPart } from './tensors.ts';
import type { Told, TrainerClient, TrainingListener } from './trainer-client.ts';
import type { ChosenTrainer, Trainers } from './trainers.ts';
import { readUnlabelled } from './unlabelled-windows.ts';
import type { WatchedPlaces } from './watched-places.ts';

export interface TrainingOrder {
  readonly db: Database;
  /** Puts the run into the project. */
  record(): RecordedRun | Promise<RecordedRun>;
  readonly trainers: Pick<Trainers, 'choose'>;
  emit(event: CoreEvent): void;
  /** Filled with a first choice before `onRecorded`. */
  readonly watched: WatchedPlaces;
  /** The run is in the project from now on. */
  onRecorded(id: RunId): void;
  /** Stop learning; keep and judge what was learned. */
  readonly cancelled: AbortSignal;
  /** Stop everything; the project closes. */
  readonly closing: AbortSignal;
}

/** How long a closing project waits for the trainer to hand over what it learned. */
const SECONDS_TO_HAND_OVER = 2;

/**
 * One training from the labels to the evaluation. What `record` throws comes before there is a run; once there is one,
 * whatever happens is told by its state.
 */
export async function conductTraining(order: TrainingOrder): Promise<void> {
  const { db, emit } = order;
  const run = await order.record();
  order.watched.change(chooseWatched(db, run));
  emit({ kind: 'run-changed', run: readRun(db, run.id) });
  order.onRecorded(run.id);
  const { state, error } = await trainToTheEnd(order, run);
  finishRun(db, run.id, state, Date.now(), error);
  emit({ kind: 'run-changed', run: readRun(db, run.id) });
}

async function trainToTheEnd(order: TrainingOrder, run: RecordedRun): Promise<{ readonly state: EndState; readonly error: string | null }> {
  let client: TrainerClient | null = null;
  let patience: NodeJS.Timeout | undefined;
  const stop = (): void => {
    patience = setTimeout(() => client?.kill(), SECONDS_TO_HAND_OVER * 1000);
  };
  order.closing.addEventListener('abort', stop);
  try {
    const chosen = await order.trainers.choose(run.config.backend, run.config, order.closing);
    client = chosen.client;
    const cancelled = await learn(order, run, chosen);
    return { state: cancelled ? 'cancelled' : 'done', error: null };
  } catch (thrown) {
    if (order.closing.aborted) return { state: 'interrupted', error: 'The project was closed while this run was training.' };
    const { message, nextStep } = toAppError(thrown);
    return { state: 'failed', error: `${message} ${nextStep}` };
  } finally {
    order.closing.removeEventListener('abort', stop);
    clearTimeout(patience);
    client?.kill();
  }
}

/** Trains, then predicts the run's windows with the best weights and judges them. Answers whether it was cancelled. */
async function learn(order: TrainingOrder, run: RecordedRun, { client, backend, notes }: ChosenTrainer): Promise<boolean> {
  const { db } = order;
  const { windows, parts, from } = run;
  const config = { ...run.config, backend };
  // Resumed, it has done that before.
  const unlabelled = from === null ? await readUnlabelled(db, run) : {};
  const folds = config.calibration == null ? {} : { calibrationFolds: calibrationFolds(ofPart(windows, parts, 'train'), config.calibration.folds) };
  const data = { ...(await buildTrainData(windows, parts, config)), ...unlabelled, ...folds };
  const outcome = await client.train({ config, data, resume: from?.state ?? null, watched: order.watched }, makeListener(order, run, notes), AbortSignal.any([order.cancelled, order.closing]));
  order.closing.throwIfAborted();
  if (outcome.epochs === 0) return outcome.cancelled;
  const predictions = await predictRunWindows({ db, runId: run.id, config, windows, predict: client.predict });
  const zones = readZones(db);
  const judged = judgeRun({ config, windows, parts, predictions, zoneOf: (series) => zones.get(series) ?? 'UTC' }, 'val');
  if (judged !== null) keepEvaluation(db, run.id, withoutCurves(judged.evaluation));
  order.emit({ kind: 'predictions-changed', runId: run.id });
  return outcome.cancelled;
}

/** Everything is kept as it comes, so that a trainer or a core that dies takes nothing that was told. */
function makeListener({ db, emit }: TrainingOrder, { id, config, from }: RecordedRun, whyChosen: readonly string[] | null): TrainingListener {
  const began = performance.now();
  const epochsBefore = from?.epoch ?? 0;
  return {
    ready: ({ backend, notes }) => {
      // After the reason stands what else there is to say of it.
      const why = whyChosen === null ? notes : [...whyChosen, ...notes.slice(1)];
      // A run that goes on where it computed before does so for the reasons of then.
      if (from === null) setBackend(db, id, backend, why);
      else if (from.backend !== backend) setBackend(db, id, backend, [...why, `Until epoch ${from.epoch} it computed on ${from.backend}.`]);
      emit({ kind: 'run-changed', run: readRun(db, id) });
    },
    epoch: ({ record }) => {
      addEpoch(db, id, record);
      const secondsPerEpoch = (performance.now() - began) / 1000 / (record.epoch - epochsBefore);
      const secondsLeft = secondsPerEpoch * (config.epochs - record.epoch);
      emit({ kind: 'run-epoch', runId: id, record, epochs: config.epochs, secondsLeft });
    },
    checkpoint: (checkpoint) => keepCheckpoint(db, id, checkpoint),
  };
}

function keepCheckpoint(db: Database, id: RunId, { which, epoch, weights, optimiser }: Told<'checkpoint'>): void {
  db.transaction(() => {
    putCheckpoint(db, id, { kind: which, epoch, weights, state: optimiser });
    // A resumed run may have predicted with the best weights of before.
    if (which === 'best') dropRunPredictions(db, id);
  })();
}
