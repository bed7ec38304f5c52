import { ExpanseError } from '../../contract/errors.ts';
import { runJade } from '../model/run-jade.ts';
import { spanProbabilities } from '../model/span-probabilities.ts';
import { readWeights } from './checkpoint.ts';
import type { TrainerMessage, TrainerRequest } from './messages.ts';
import { makePause } from './pause.ts';
import { makeProgressReporter } from './progress-reporter.ts';

/** Predicts the windows and posts `predicted`. Throws ExpanseError, 'cancelled' where that was asked. */
export async function predictWindows(
  { id, config, weights, windows }: Extract<TrainerRequest, { kind: 'predict' }>,
  post: (message: TrainerMessage) => void,
  isCancelled: () => boolean,
): Promise<void> {
  const parameters = readWeights(weights);
  if (parameters.config.inputs !== windows.inputs) {
    throw new ExpanseError('invalid-input', `The model reads ${parameters.config.inputs} features per bar, but the windows have ${windows.inputs}.`, 'Predict with the features that the run was trained with.');
  }
  const pause = makePause();
  const report = makeProgressReporter(id, post);
  const { emissions } = await runJade(parameters, windows, async (done) => {
    report(done, windows.windows);
    await pause();
    if (isCancelled()) throw new ExpanseError('cancelled', 'The prediction was cancelled.', 'Start it again when you like.');
  });
  const probabilities = spanProbabilities(parameters, { values: emissions, length: windows.length }, config.crfProbability);
  post({ kind: 'predicted', id, probabilities });
}
