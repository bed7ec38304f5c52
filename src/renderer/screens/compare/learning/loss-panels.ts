import { TASK_NAMES, type TaskName } from '../../../../shared/domain/train-config.ts';
import { learnersOf, type AboutContender, type Learner } from '../../../../shared/engine/comparison/contender-parts.ts';
import { lossKind } from '../../../../shared/engine/comparison/report/loss-kind.ts';
import { learnedTasks } from '../../../training/learning-curves.ts';
import { TASK_TITLES } from '../../../training/task-names.ts';
import { learnerLetter } from '../contender-looks.ts';

/** Those that learn a task by one and the same loss. */
export interface LossPanel {
  readonly task: TaskName;
  readonly loss: string;
  readonly learners: readonly Learner[];
}

/** Each different loss of a task has a panel of its own, in the order of the contenders. */
export function lossPanels(contenders: readonly AboutContender[]): readonly LossPanel[] {
  const learners = learnersOf(contenders);
  return TASK_ORDER.flatMap((task) => {
    const learning = learners.filter(({ runs }) => runs.some(({ epochs }) => learnedTasks(epochs, [task]).length > 0));
    return [...Map.groupBy(learning, ({ config }) => lossKind(task, config))].map(([loss, panel]) => ({ task, loss, learners: panel }));
  });
}

const TASK_ORDER: readonly TaskName[] = ['span', ...TASK_NAMES.filter((task) => task !== 'span')];

/** Why a task has more than one panel. */
export function separationReasons(panels: readonly LossPanel[]): readonly string[] {
  return [...Map.groupBy(panels, ({ task }) => task)]
    .filter(([, ofTask]) => ofTask.length > 1)
    .map(([task, ofTask]) => `${TASK_TITLES[task]}: ${ofTask.map(({ loss, learners }) => `${learners.map(learnerLetter).join(', ')} ${learners.length === 1 ? 'learns' : 'learn'} by ${loss}`).join('; ')}. These are different quantities: neither their heights nor their ratio say which is better, so each has its own axis.`);
}
