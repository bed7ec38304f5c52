import type { EpochRecord, LossRecord, PerTask } from '../../domain/run.ts';
import type { TaskName, TrainConfig } from '../../domain/train-config.ts';
import { barScores } from '../evaluation/bar-scores.ts';
import { bestThreshold } from '../evaluation/best-threshold.ts';
import { separation } from '../evaluation/separation.ts';
import { meanParameters } from '../model/ensemble.ts';
import { readSigmas } from '../model/log-sigmas.ts';
import type { PartOutcome } from './evaluate-part.ts';
import { learnedMembers, type EpochMeasure, type TrainState } from './train-state.ts';

type ValidationFigures = Pick<EpochRecord, 'val' | 'val05' | 'valBest' | 'separation'>;

/** What an epoch of steps left behind. */
export interface EpochSteps {
  readonly train: LossRecord;
  /** Of the last step. */
  readonly learningRate: number;
  /** Mean over the steps, before clipping. */
  readonly gradientNorm: number;
}

/** `mask`: [N*T], targets of the validation part; null outcome: there is none. Sigmas of an ensemble: geometric means. */
export function makeEpochRecord(state: TrainState, config: TrainConfig, steps: EpochSteps, outcome: PartOutcome | null, mask: Float32Array | null, seconds: number): EpochRecord {
  const sigmas = readSigmas(meanParameters(learnedMembers(state)));
  const figures = outcome === null || mask === null ? NO_FIGURES : figuresOf(outcome, mask);
  return { epoch: state.epoch, ...steps, ...figures, sigmas, taskWeights: taskWeights(sigmas, config.tasks), seconds };
}

const NO_FIGURES: ValidationFigures = { val: null, val05: null, valBest: null, separation: null };

function figuresOf({ losses, probability }: PartOutcome, mask: Float32Array): ValidationFigures {
  return {
    val: losses,
    val05: barScores(probability, mask, 0.5),
    valBest: bestThreshold(probability, mask),
    separation: separation(probability, mask),
  };
}

/** Share of each task by its learned sigma: sigma^-2 / sum over the tasks that are on. */
function taskWeights(sigmas: PerTask, tasks: TrainConfig['tasks']): PerTask {
  const precision = (task: TaskName): number => (tasks[task] ? sigmas[task] ** -2 : 0);
  const sum = precision('pointers') + precision('type') + precision('span') + precision('countdown');
  const share = (task: TaskName): number => precision(task) / sum;
  return { pointers: share('pointers'), type: share('type'), span: share('span'), countdown: share('countdown') };
}

/** Without a validation part the latest epoch is always the best one. */
export function measureOf({ epoch, val, valBest }: EpochRecord, tasks: TrainConfig['tasks']): EpochMeasure {
  if (val === null || valBest === null) return { epoch, f1: 0, loss: -epoch };
  return { epoch, f1: valBest.f1, loss: tasks.span ? val.raw.span : val.sum };
}
