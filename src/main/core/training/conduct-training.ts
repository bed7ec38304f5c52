import type { Database } from 'better-sqlite3';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { ExpanseError, toAppError } from '../../../shared/contract/errors.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { putCheckpoint } from '../../store/queries/checkpoints.ts';
import { addEpoch, finishRun, insertRun, keepEvaluation, readRun, setBackend, type EndState } from '../../store/queries/runs.ts';
import { saveSnapshot, type SnapshotWindow } from '../../store/queries/snapshots.ts';
import type { StartTrainer } from '../trainer-process.ts';
import { judgeRun } from './judge-run.ts';
import { planTraining, type TrainingPlan } from './readiness.ts';
import { predictRunWindows } from './run-probabilities.ts';
import { readSnapshotWindows } from './take-snapshot.ts';
import { buildTrainData, lengthOf } from './tensors.ts';
import { startTrainerClient, type TrainerClient, type TrainingListener } from './trainer-client.ts';

export interface TrainingOrder {
  readonly db: Database;
  readonly config: TrainConfig;
  /** null: named after its preset and number. */
  readonly name: string | null;
  readonly startTrainer: StartTrainer;
  emit(event: CoreEvent): void;
  /** The run is in the project from now on. */
  onRecorded(id: RunId): void;
  /** Stop learning; keep and judge what was learned. */
  readonly cancelled: AbortSignal;
  /** Stop everything; the project closes. */
  readonly closing: AbortSignal;
}

/** How long a closing project waits for the trainer to hand over what it learned. */
const SECONDS_TO_HAND_OVER = 2;

interface RecordedRun {
  readonly id: RunId;
  readonly plan: TrainingPlan;
  readonly windows: readonly SnapshotWindow[];
}

/**
 * One training from the labels to the evaluation. Throws ExpanseError 'not-enough-data' before the run is recorded; after
 * that whatever happens is told by the run's state.
 */
export async function conductTraining(order: TrainingOrder): Promise<void> {
  const { db, emit } = order;
  const run = await recordRun(order);
  emit({ kind: 'run-changed', run: readRun(db, run.id) });
  order.onRecorded(run.id);
  const { state, error } = await trainToTheEnd(order, run);
  finishRun(db, run.id, state, Date.now(), error);
  emit({ kind: 'run-changed', run: readRun(db, run.id) });
}

async function recordRun({ db, config, name, closing }: TrainingOrder): Promise<RecordedRun> {
  const plan = await planTraining(db, config);
  const [obstacle] = plan.readiness.obstacles;
  if (obstacle !== undefined) throw new ExpanseError('not-enough-data', 'Training cannot start yet.', obstacle);
  const windows = await readSnapshotWindows(db, plan);
  if (closing.aborted) throw new ExpanseError('cancelled', 'The project was closed before the training began.', 'Open it and train again.');
  const id = db.transaction(() => {
    const snapshotId = saveSnapshot(db, windows, Date.now());
    return insertRun(db, { name, createdAt: Date.now(), config, snapshotId, parts: plan.parts });
  })();
  return { id, plan, windows };
}

async function trainToTheEnd(order: TrainingOrder, run: RecordedRun): Promise<{ readonly state: EndState; readonly error: string | null }> {
  let client: TrainerClient | null = null;
  let patience: NodeJS.Timeout | undefined;
  const stop = (): void => {
    patience = setTimeout(() => client?.kill(), SECONDS_TO_HAND_OVER * 1000);
  };
  order.closing.addEventListener('abort', stop);
  try {
    client = startTrainerClient(order.startTrainer);
    const cancelled = await learn(order, run, client);
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
async function learn(order: TrainingOrder, run: RecordedRun, client: TrainerClient): Promise<boolean> {
  const { db, config } = order;
  const { windows, plan } = run;
  const data = await buildTrainData(windows, plan.parts, config);
  const outcome = await client.train(config, data, makeListener(order, run.id), AbortSignal.any([order.cancelled, order.closing]));
  order.closing.throwIfAborted();
  if (outcome.epochs === 0) return outcome.cancelled;
  const probabilities = await predictRunWindows({ db, runId: run.id, config, windows, predict: client.predict });
  const evaluation = judgeRun({ length: lengthOf(windows[0]), labels: windows, parts: plan.parts, probabilities }, 'val');
  if (evaluation !== null) keepEvaluation(db, run.id, evaluation);
  order.emit({ kind: 'predictions-changed', runId: run.id });
  return outcome.cancelled;
}

/** Everything is kept as it comes, so that a trainer or a core that dies takes nothing that was told. */
function makeListener({ db, config, emit }: TrainingOrder, id: RunId): TrainingListener {
  const began = performance.now();
  return {
    ready: ({ backend }) => {
      setBackend(db, id, backend);
      emit({ kind: 'run-changed', run: readRun(db, id) });
    },
    epoch: ({ record }) => {
      addEpoch(db, id, record);
      const secondsPerEpoch = (performance.now() - began) / 1000 / record.epoch;
      const secondsLeft = secondsPerEpoch * (config.epochs - record.epoch);
      emit({ kind: 'run-epoch', runId: id, record, epochs: config.epochs, secondsLeft });
    },
    checkpoint: ({ which, epoch, weights, optimiser }) => putCheckpoint(db, id, { kind: which, epoch, weights, state: optimiser }),
  };
}
