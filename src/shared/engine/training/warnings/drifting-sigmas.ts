import type { EpochRecord } from '../../../domain/run.ts';
import { TASK_NAMES, type TaskName, type TrainConfig } from '../../../domain/train-config.ts';

/** Share of the farthest way that the optimiser could go, from which on a sigma says nothing but how far that was. */
const NEARLY_ALL = 0.9;

/**
 * null: the sigmas say something of the tasks. Adam moves a parameter whose gradient keeps its sign by about the learning
 * rate in each step, so log sigma cannot leave its start by more than the sum of the learning rates.
 * `epochs`: from the first, without a gap.
 */
export function warnOfDriftingSigmas(epochs: readonly EpochRecord[], perEpoch: number, { initialLogSigma, tasks }: Pick<TrainConfig, 'initialLogSigma' | 'tasks'>): string | null {
  const last = epochs.at(-1);
  if (last === undefined) return null;
  const farthest = epochs.reduce((sum, { learningRate }) => sum + learningRate * perEpoch, 0);
  const way = (task: TaskName): number => Math.abs(Math.log(last.sigmas[task]) - initialLogSigma[task]);
  const drifting = TASK_NAMES.filter((task) => tasks[task] && way(task) >= NEARLY_ALL * farthest);
  if (drifting.length === 0) return null;
  const of = drifting.length === 1 ? `The sigma of ${drifting[0]} has` : `The sigmas of ${listWords(drifting)} have`;
  return `${of} moved as far as the optimiser can in ${perEpoch * epochs.length} steps: the task weights show the learning rate, not the tasks.`;
}

const listWords = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
