import type { PerTask } from '../../domain/run.ts';
import type { TaskName } from '../../domain/train-config.ts';
import type { Parameters } from './parameters.ts';

export const logSigmaNames: ReadonlyMap<TaskName, string> = new Map([
  ['pointers', 'log_sigma_ptr'],
  ['type', 'log_sigma_type'],
  ['span', 'log_sigma_span'],
  ['countdown', 'log_sigma_countdown'],
]);

/** exp(log sigma) per task. */
export function readSigmas(parameters: Parameters): PerTask {
  const sigma = (task: TaskName): number => Math.exp(parameters.views.get(logSigmaNames.get(task)!)![0]);
  return { pointers: sigma('pointers'), type: sigma('type'), span: sigma('span'), countdown: sigma('countdown') };
}
