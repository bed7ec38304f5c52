import { ExpanseError } from '../../contract/errors.ts';
import type { Calibration } from '../../domain/calibration.ts';
import type { TrainConfig } from '../../domain/train-config.ts';
import type { SequenceHeads, WindowHeads } from '../../domain/window-heads.ts';
import type { NetworkOutputs } from '../kernels/network/network-task.ts';
import { applyCalibration } from '../evaluation/calibration/apply-calibration.ts';
import { countdownBars } from '../losses/countdown-huber.ts';
import { runMembers } from '../model/ensemble.ts';
import { sequenceHeads } from '../model/sequence-heads.ts';
import { spanProbabilities } from '../model/span-probabilities.ts';
import { readCalibration, readMembers } from './checkpoint.ts';
import type { TrainerMessage, TrainerRequest } from './messages.ts';
import { mirrorOf } from './mirror-of.ts';
import { makePause } from './pause.ts';
import { makeProgressReporter } from './progress-reporter.ts';

/** Predicts the windows and posts `predicted`. Throws ExpanseError, 'cancelled' where that was asked. */
export async function predictWindows(
  { id, config, weights, windows, heads: wantsHeads }: Extract<TrainerRequest, { kind: 'predict' }>,
  post: (message: TrainerMessage) => void,
  isCancelled: () => boolean,
): Promise<void> {
  const members = readMembers(weights);
  const [{ config: model }] = members;
  if (model.inputs !== windows.inputs) {
    throw new ExpanseError('invalid-input', `The model reads ${model.inputs} features per bar, but the windows have ${windows.inputs}.`, 'Predict with the features that the run was trained with.');
  }
  const pause = makePause();
  const report = makeProgressReporter(id, post);
  const afterPass = async (done: number): Promise<void> => {
    report(done, windows.windows);
    await pause();
    if (isCancelled()) throw new ExpanseError('cancelled', 'The prediction was cancelled.', 'Start it again when you like.');
  };
  const { outputs, scores } = await runMembers(members, windows, { mirror: mirrorOf(config), afterPass });
  const emissions = { values: outputs.emissions, length: windows.length };
  const calibration = readCalibration(weights);
  const sequence = wantsHeads ? calibrated(sequenceHeads(scores, emissions), calibration) : null;
  // The posterior of a sequence is what its probabilities are, unless they are to be as published.
  const isPosterior = sequence !== null && config.crfProbability !== 'softmax';
  const probabilities = isPosterior ? sequence.posterior.slice() : applied(calibration, spanProbabilities(scores, emissions, config.crfProbability));
  post({ kind: 'predicted', id, probabilities, heads: wantsHeads ? headsOf(outputs, sequence, config) : null });
}

function calibrated(sequence: SequenceHeads | null, calibration: Calibration | null): SequenceHeads | null {
  return sequence && { ...sequence, posterior: applied(calibration, sequence.posterior) };
}

const applied = (calibration: Calibration | null, probability: Float32Array): Float32Array => (calibration === null ? probability : applyCalibration(calibration, probability));

function headsOf({ logits, pointers, countdown }: NetworkOutputs, sequence: SequenceHeads | null, config: TrainConfig): WindowHeads {
  return { type: logits, pointers, countdown: countdownBars(countdown, config.countdown), sequence };
}
