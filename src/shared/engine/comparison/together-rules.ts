import { TASK_NAMES, type TrainConfig } from '../../domain/train-config.ts';
import type { JudgingRules } from '../evaluation/make-evaluation.ts';

/**
 * How several are judged as one: by the tasks that all of them learned, decoded as it was fixed with them where it is fixed
 * the same with all. configs: of each part, at least one.
 */
export function togetherRules(configs: readonly Pick<TrainConfig, 'tasks' | 'decoding'>[]): JudgingRules {
  const learned = TASK_NAMES.map((task) => [task, configs.every(({ tasks }) => tasks[task])]);
  const [first, ...others] = configs.map(({ decoding }) => decoding ?? null);
  const isFixed = others.every((decoding) => JSON.stringify(decoding) === JSON.stringify(first));
  return { mode: 'together', tasks: Object.fromEntries(learned) as JudgingRules['tasks'], decoding: isFixed ? first : null };
}
