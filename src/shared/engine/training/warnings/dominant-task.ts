import type { EpochRecord } from '../../../domain/run.ts';
import { TASK_NAMES, type TaskName } from '../../../domain/train-config.ts';

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

/** null: no task drowns the others, or there are no others. */
export function warnOfDominantTask(record: Pick<EpochRecord, 'train' | 'sigmas'>, tasks: Readonly<Record<TaskName, boolean>>): string | null {
  if (TASK_NAMES.filter((task) => tasks[task]).length < 2) return null;
  const shares = lossShares(record);
  const dominant = TASK_NAMES.find((task) => shares[task] > MOST);
  if (dominant === undefined) return null;
  return `The task "${dominant}" makes up ${(100 * shares[dominant]).toFixed(0)} % of the weighted loss, so the others are hardly learned. ${REMEDIES[dominant]}`;
}
