import type { EpochRecord } from '../../../domain/run.ts';
import { TASK_NAMES, type TaskName, type TrainConfig } from '../../../domain/train-config.ts';

type Start = Pick<TrainConfig, 'initialLogSigma' | 'tasks'>;

/** Share of the farthest way that the optimiser could go, from which on a sigma says nothing but how far that was. */
const NEARLY_ALL = 0.9;

/**
 * Of each epoch whether a sigma says nothing of its task. Adam moves a parameter whose gradient keeps its sign by about the
 * learning rate in each step, so log sigma cannot leave its start by more than the sum of the learning rates.
 * `epochs`: from the first, without a gap.
 */
export function seeDriftingSigmas(epochs: readonly EpochRecord[], perEpoch: number, start: Start): readonly boolean[] {
  let farthest = 0;
  return epochs.map((record) => {
    farthest += record.learningRate * perEpoch;
    return driftingTasks(record, farthest, start).length > 0;
  });
}

/** `epochs`: up to one in which it was seen. */
export function tellDriftingSigmas(epochs: readonly EpochRecord[], perEpoch: number, start: Start): string {
  const farthest = epochs.reduce((sum, { learningRate }) => sum + learningRate * perEpoch, 0);
  const drifting = driftingTasks(epochs.at(-1)!, farthest, start);
  const of = drifting.length === 1 ? `The sigma of ${drifting[0]} has` : `The sigmas of ${listWords(drifting)} have`;
  return `${of} moved as far as the optimiser can in ${perEpoch * epochs.length} steps: the task weights show the learning rate, not the tasks. Draw no conclusion from them; more steps may let them settle.`;
}

function driftingTasks({ sigmas }: EpochRecord, farthest: number, { initialLogSigma, tasks }: Start): readonly TaskName[] {
  const way = (task: TaskName): number => Math.abs(Math.log(sigmas[task]) - initialLogSigma[task]);
  return TASK_NAMES.filter((task) => tasks[task] && way(task) >= NEARLY_ALL * farthest);
}

const listWords = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
