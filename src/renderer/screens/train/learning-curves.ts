import type { EpochRecord } from '../../../shared/domain/run.ts';
import type { TaskName } from '../../../shared/domain/train-config.ts';

type Values = readonly (number | null)[];

/** Raw loss of one task per epoch; validation is null where there was none. */
export function taskLosses(epochs: readonly EpochRecord[], task: TaskName): { readonly train: Values; readonly val: Values } {
  return { train: epochs.map((epoch) => epoch.train.raw[task]), val: epochs.map((epoch) => epoch.val?.raw[task] ?? null) };
}

/** F1 on the validation bars at 0.5 and at the epoch's best threshold. */
export function f1Curves(epochs: readonly EpochRecord[]): { readonly at05: Values; readonly best: Values } {
  return { at05: epochs.map((epoch) => epoch.val05?.f1 ?? null), best: epochs.map((epoch) => epoch.valBest?.f1 ?? null) };
}

export function separationCurves(epochs: readonly EpochRecord[]): { readonly inside: Values; readonly outside: Values } {
  return { inside: epochs.map((epoch) => epoch.separation?.inMean ?? null), outside: epochs.map((epoch) => epoch.separation?.outMean ?? null) };
}

export function weightCurve(epochs: readonly EpochRecord[], task: TaskName): Values {
  return epochs.map((epoch) => epoch.taskWeights[task]);
}

/** Tasks that were learned: a task that is switched off has no weight in any epoch. */
export function learnedTasks(epochs: readonly EpochRecord[], tasks: readonly TaskName[]): readonly TaskName[] {
  return tasks.filter((task) => epochs.some((epoch) => epoch.taskWeights[task] > 0));
}
