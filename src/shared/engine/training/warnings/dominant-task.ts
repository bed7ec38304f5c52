import type { EpochRecord } from '../../../domain/run.ts';
import { TASK_NAMES, type TaskName, type TrainConfig } from '../../../domain/train-config.ts';

const MOST = 0.8;

const REMEDIES: Readonly<Record<TaskName, string>> = {
  pointers: 'Switch it off, or give it a larger sigma to begin with.',
  type: 'Switch it off, or give it a larger sigma to begin with.',
  span: 'Switch the others off, or give it a larger sigma to begin with.',
  countdown: 'Scale the countdown, or switch it off.',
};

/** Each task's share in sum of L_k / (2 sigma_k^2), the part of the minimised loss that its windows decide. */
export function lossShares({ train, sigmas }: Pick<EpochRecord, 'train' | 'sigmas'>): Readonly<Record<TaskName, number>> {
  const part = (task: TaskName): number => train.raw[task] / (2 * sigmas[task] ** 2);
  const sum = TASK_NAMES.reduce((total, task) => total + part(task), 0);
  const share = (task: TaskName): number => (sum > 0 ? part(task) / sum : 0);
  return { pointers: share('pointers'), type: share('type'), span: share('span'), countdown: share('countdown') };
}

/** So much above another's log-sigma, a task has at most about an eighth of its weight: that was meant. */
const MEANT = 1;

/** null: no task drowns the others, or there are no others, or the configuration itself gave them little weight to begin with. */
export function warnOfDominantTask(record: Pick<EpochRecord, 'train' | 'sigmas'>, { tasks, initialLogSigma }: Pick<TrainConfig, 'tasks' | 'initialLogSigma'>): string | null {
  const learned = TASK_NAMES.filter((task) => tasks[task]);
  const shares = lossShares(record);
  const dominant = learned.find((task) => shares[task] > MOST);
  if (dominant === undefined) return null;
  const drowned = learned.filter((task) => task !== dominant && initialLogSigma[task] < initialLogSigma[dominant] + MEANT);
  if (drowned.length === 0) return null;
  return `The task "${dominant}" makes up ${(100 * shares[dominant]).toFixed(0)} % of the weighted loss, so the others are hardly learned. ${REMEDIES[dominant]}`;
}
