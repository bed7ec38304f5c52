import type { EpochRecord, RunSummary } from '../../../domain/run.ts';
import { warnOfPositionPrior } from './beaten-by-prior.ts';
import { warnOfCollapsedProbabilities } from './collapsed-probabilities.ts';
import { warnOfDominantTask } from './dominant-task.ts';
import { warnOfDriftingSigmas } from './drifting-sigmas.ts';
import { stepsPerEpoch, warnOfFewSteps } from './few-steps.ts';
import { warnOfRisingLoss } from './rising-loss.ts';

/** Of its epochs, so many a training must have done before what it has not learned yet is worth a word. */
const EARLY = 0.5;

/** In words: the known traps that a run has fallen into, as far as it has come. A run that came from outside has no epochs. */
export function runWarnings({ state, config, windows, evaluation }: Pick<RunSummary, 'state' | 'config' | 'windows' | 'evaluation'>, epochs: readonly EpochRecord[]): readonly string[] {
  const perEpoch = stepsPerEpoch(windows.train, config.batchSize);
  const last = epochs.at(-1);
  const isEarly = state === 'running' && epochs.length < EARLY * config.epochs;
  const found = [
    last && warnOfFewSteps(perEpoch, state === 'running' ? config.epochs : epochs.length),
    warnOfRisingLoss(epochs),
    last && warnOfDominantTask(last, config.tasks),
    isEarly ? null : warnOfDriftingSigmas(epochs, perEpoch, config),
    !isEarly && last?.separation && warnOfCollapsedProbabilities(last.separation),
    evaluation && warnOfPositionPrior(evaluation),
  ];
  return found.filter((warning) => typeof warning === 'string');
}
