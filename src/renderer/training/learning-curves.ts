import type { EpochRecord, LossRecord } from '../../shared/domain/run.ts';
import type { TaskName } from '../../shared/domain/train-config.ts';
import { lossShares } from '../../shared/engine/training/warnings/dominant-task.ts';
import type { Line } from '../ui/plot-options.ts';

type Values = readonly (number | null)[];

/** Raw loss of one task per epoch; validation is null where there was none. */
export function taskLosses(epochs: readonly EpochRecord[], task: TaskName): { readonly train: Values; readonly val: Values } {
  return { train: epochs.map((epoch) => epoch.train.raw[task]), val: epochs.map((epoch) => epoch.val?.raw[task] ?? null) };
}

/** Share of one task in the weighted loss, sum of L / (2 sigma^2), with the sigmas after the epoch; validation is null where there was none. */
export function taskShares(epochs: readonly EpochRecord[], task: TaskName): { readonly train: Values; readonly val: Values } {
  const share = (losses: LossRecord, { sigmas }: EpochRecord): number => lossShares({ train: losses, sigmas })[task];
  return { train: epochs.map((epoch) => share(epoch.train, epoch)), val: epochs.map((epoch) => epoch.val && share(epoch.val, epoch)) };
}

/** F1 on the validation bars at 0.5, at the epoch's best threshold, and of guessing by position where that was kept. */
export function f1Curves(epochs: readonly EpochRecord[]): { readonly at05: Values; readonly best: Values; readonly prior: Values } {
  return {
    at05: epochs.map((epoch) => epoch.val05?.f1 ?? null),
    best: epochs.map((epoch) => epoch.valBest?.f1 ?? null),
    prior: epochs.map((epoch) => epoch.view?.priorF1 ?? null),
  };
}

export function separationCurves(epochs: readonly EpochRecord[]): { readonly inside: Values; readonly outside: Values } {
  return { inside: epochs.map((epoch) => epoch.separation?.inMean ?? null), outside: epochs.map((epoch) => epoch.separation?.outMean ?? null) };
}

/** Tasks that were learned: a task that is switched off has no weight in any epoch. */
export function learnedTasks(epochs: readonly EpochRecord[], tasks: readonly TaskName[]): readonly TaskName[] {
  return tasks.filter((task) => epochs.some((epoch) => epoch.taskWeights[task] > 0));
}

/** Train as a solid line, validation dashed: of one task and one kind, so that both belong on one axis. */
export function bothParts({ train, val }: { readonly train: Values; readonly val: Values }): readonly Line[] {
  const validation = val.some((value) => value !== null) ? [{ name: 'validation', values: val, colour: '--second', isDashed: true }] : [];
  return [{ name: 'train', values: train, colour: '--accent' }, ...validation];
}
