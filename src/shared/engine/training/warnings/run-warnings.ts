import type { RunWarning } from '../../../domain/run-warning.ts';
import type { EpochRecord, RunWithEvaluation } from '../../../domain/run.ts';
import { isBeatenByPrior, tellBeatenByPrior, warnOfPositionPrior } from './beaten-by-prior.ts';
import { warnOfCollapsedProbabilities } from './collapsed-probabilities.ts';
import { warnOfDominantTask } from './dominant-task.ts';
import { seeDriftingSigmas, tellDriftingSigmas } from './drifting-sigmas.ts';
import { stepsPerEpoch, warnOfFewSteps } from './few-steps.ts';
import { isLasting } from './lasting.ts';
import { seeOverfitting, tellOverfitting } from './overfitting.ts';
import { warnOfRisingLoss } from './rising-loss.ts';

type WarnedRun = Pick<RunWithEvaluation, 'state' | 'config' | 'windows' | 'evaluation'>;

/** Of its epochs, so many a training must have done before what it has not learned yet is worth a word. */
const EARLY = 0.5;

const TITLES: Readonly<Record<RunWarning['kind'], string>> = {
  'few-steps': 'Few steps',
  'rising-loss': 'Rising loss',
  'dominant-task': 'One task drowns the others',
  'drifting-sigmas': 'Sigmas only drift',
  overfitting: 'Overfitting',
  collapsed: 'Collapsed to the base rate',
  'beaten-by-prior': 'No better than guessing by position',
};

/** The known traps that a run has fallen into, as far as it has come, each once. A run that came from outside has no epochs. */
export function runWarnings(run: WarnedRun, epochs: readonly EpochRecord[]): readonly RunWarning[] {
  const { config, evaluation } = run;
  const isRunning = run.state === 'running';
  const isEarly = isRunning && epochs.length < EARLY * config.epochs;
  const perEpoch = stepsPerEpoch(run.windows.train, config.batchSize);
  /** The epochs up to the last in which the trap was seen; null where it is not worth a word, or not any more. */
  const until = (seen: readonly boolean[]): readonly EpochRecord[] | null => {
    const isWorthIt = isRunning ? isLasting(seen) : (seen.at(-1) ?? false);
    return isWorthIt ? epochs.slice(0, seen.lastIndexOf(true) + 1) : null;
  };
  /** For a trap that a single epoch shows. */
  const warnOf = (warn: (epoch: EpochRecord) => string | null): string | null => {
    const seen = until(epochs.map((epoch) => warn(epoch) !== null));
    return seen && warn(seen.at(-1)!);
  };
  const late = <Outcome>(find: () => Outcome): Outcome | null => (isEarly ? null : find());

  const overfitted = until(seeOverfitting(epochs, config.tasks));
  const drifted = late(() => until(seeDriftingSigmas(epochs, perEpoch, config)));
  const texts: Readonly<Record<RunWarning['kind'], string | null>> = {
    'few-steps': epochs.length === 0 ? null : warnOfFewSteps(perEpoch, isRunning ? config.epochs : epochs.length),
    'rising-loss': warnOfRisingLoss(epochs),
    'dominant-task': warnOf((epoch) => warnOfDominantTask(epoch, config)),
    'drifting-sigmas': drifted && tellDriftingSigmas(drifted, perEpoch, config),
    overfitting: overfitted && tellOverfitting(overfitted, config),
    collapsed: late(() => warnOf(({ separation }) => separation && warnOfCollapsedProbabilities(separation))),
    'beaten-by-prior': evaluation === null ? late(() => warnOf((epoch) => (isBeatenByPrior(epoch) ? tellBeatenByPrior(epoch) : null))) : warnOfPositionPrior(evaluation),
  };
  return (Object.keys(TITLES) as RunWarning['kind'][]).flatMap((kind) => (texts[kind] === null ? [] : [{ kind, title: TITLES[kind], text: texts[kind] }]));
}
