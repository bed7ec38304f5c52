import type { TrainerMemory } from '../../domain/epoch-view.ts';
import type { TrainerMessage, TrainerRequest } from './messages.ts';
import { calibrationSteps, learnCalibration } from './calibration/learn-calibration.ts';
import { readState, writeMembers, writeState } from './checkpoint.ts';
import { makeEpochViewer } from './epoch-view.ts';
import { makePause } from './pause.ts';
import { makeProgressReporter } from './progress-reporter.ts';
import { allSteps, train, type TrainWatch } from './train-loop.ts';
import { learnedMembers, type TrainState } from './train-state.ts';

type CheckpointMessage = Extract<TrainerMessage, { kind: 'checkpoint' }>;

/** Seconds of training that a dying trainer may lose at most. */
const SECONDS_BETWEEN_CHECKPOINTS = 5;

/** Whoever goes on from the last checkpoint must find the best that its state knows of. */
const IN_ORDER: readonly CheckpointMessage['which'][] = ['best', 'last'];

/** Thrown to leave the loop between two steps; what was learned until then is kept. */
class Stopped extends Error {}

/** What surrounds a training, asked anew each time. */
export interface TrainingSurroundings {
  post(message: TrainerMessage): void;
  isCancelled(): boolean;
  /** Places in the validation part. */
  watched(): readonly number[];
  memory(): TrainerMemory;
}

/** Trains, and posts epochs, checkpoints and at last `trained`. Throws what the training throws. */
export async function trainAndReport(
  { id, config, data, resume }: Extract<TrainerRequest, { kind: 'train' }>,
  { post, isCancelled, watched, memory }: TrainingSurroundings,
): Promise<void> {
  const pause = makePause();
  const report = makeProgressReporter(id, post);
  const keeper = makeCheckpointKeeper(id, post);
  const viewOf = makeEpochViewer(data);
  const resumed = resume === null ? null : readState(resume, config, data.train.inputs);
  let epochs = resumed?.epoch ?? 0;
  let bestEpoch = resumed?.best?.epoch ?? null;
  // Resumed, it has its calibration.
  const wanted = resumed === null ? (config.calibration ?? null) : null;
  const calibrating = wanted === null ? 0 : calibrationSteps(data, config);
  const stepOn = async (done: number, steps: number): Promise<void> => {
    report(done, steps);
    await pause();
    if (isCancelled()) throw new Stopped();
  };
  const watch: TrainWatch = {
    betweenSteps: (done, steps) => stepOn(calibrating + done, calibrating + steps),
    afterEpoch: (record, state, isBest, outcome) => {
      post({ kind: 'epoch', id, record: { ...record, view: { ...viewOf(outcome, watched()), memory: memory() } } });
      keeper.note(state, isBest);
      epochs = state.epoch;
      bestEpoch = state.best?.epoch ?? null;
    },
  };
  let cancelled = false;
  try {
    const calibration = wanted && (await learnCalibration(data, config, wanted, (done) => stepOn(done, calibrating + allSteps(data, config))));
    await train(data, config, watch, { resumed, calibration });
  } catch (thrown) {
    if (!(thrown instanceof Stopped)) throw thrown;
    cancelled = true;
  } finally {
    keeper.send();
  }
  post({ kind: 'trained', id, epochs, bestEpoch, cancelled });
}

interface CheckpointKeeper {
  note(state: TrainState, isBest: boolean): void;
  /** Sends what is not sent yet. */
  send(): void;
}

/** Sends the first checkpoint at once and holds later ones back, because an epoch can be shorter than it takes to store one. */
function makeCheckpointKeeper(id: string, post: (message: TrainerMessage) => void): CheckpointKeeper {
  const unsent = new Map<CheckpointMessage['which'], CheckpointMessage>();
  let sentAt = Number.NEGATIVE_INFINITY;
  const send = (): void => {
    for (const which of IN_ORDER) {
      const checkpoint = unsent.get(which);
      if (checkpoint !== undefined) post(checkpoint);
    }
    unsent.clear();
    sentAt = performance.now();
  };
  return {
    note: (state, isBest) => {
      unsent.set('last', makeCheckpoint(id, 'last', state));
      if (isBest) unsent.set('best', makeCheckpoint(id, 'best', state));
      if (performance.now() - sentAt >= SECONDS_BETWEEN_CHECKPOINTS * 1000) send();
    },
    send,
  };
}

function makeCheckpoint(id: string, which: CheckpointMessage['which'], state: TrainState): CheckpointMessage {
  const weights = writeMembers(learnedMembers(state), state.calibration);
  return { kind: 'checkpoint', id, which, epoch: state.epoch, weights, optimiser: writeState(state) };
}
