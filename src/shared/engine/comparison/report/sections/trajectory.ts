import type { Comparison, ContenderPart, ContenderRun } from '../../../../domain/comparison.ts';
import { TASK_NAMES } from '../../../../domain/train-config.ts';
import { formatFigure } from '../../words/numbers.ts';
import { learnedApart, learnersOf } from '../../contender-parts.ts';
import { courseOf, milestones } from '../course.ts';
import { table, text, type Block, type Section } from '../document.ts';

type Pick = (epoch: ContenderRun['epochs'][number]) => number | null | undefined;

/** The course of whatever learned in numbers, a table for each: columns of losses are not to be read across tables. */
export function trajectorySection({ contenders }: Comparison): Section {
  const learners = learnersOf(contenders);
  const shown = milestones(learners);
  return {
    title: 'Trajectory',
    blocks: [
      text('Validation part, mean over runs. The plain sum of losses, which the published study read as the validation loss, is left out: it adds up units that have nothing in common.'),
      ...learnedApart(contenders).map(text),
      ...learners.flatMap((learner): readonly Block[] => [text(learner.name), trajectoryTable(learner, shown)]),
    ],
  };
}

function trajectoryTable(learner: ContenderPart, shown: readonly number[]): Block {
  const tasks = TASK_NAMES.filter((task) => learner.config.tasks[task]);
  const columns: readonly (readonly [string, Pick])[] = [
    ...tasks.map((task) => [`${task} loss`, ({ val, train }) => (val ?? train).raw[task]] as const satisfies readonly [string, Pick]),
    ['F1 at 0.5', ({ val05 }) => val05?.f1],
    ['best F1', ({ valBest }) => valBest?.f1],
    ['mean in spans', ({ separation }) => separation?.inMean],
    ['mean outside', ({ separation }) => separation?.outMean],
    ['gradient norm', ({ gradientNorm }) => gradientNorm],
  ];
  return courseTable(learner, shown, columns);
}

/** A row for each of these epochs that it came to. */
export function courseTable(learner: ContenderPart, shown: readonly number[], columns: readonly (readonly [string, Pick])[]): Block {
  const courses = columns.map(([, pick]) => new Map(courseOf(learner, pick)));
  const reached = shown.filter((epoch) => courses.some((course) => course.has(epoch)));
  const cell = (value: number | undefined): string => (value === undefined ? '' : formatFigure(value));
  return table(['Epoch', ...columns.map(([name]) => name)], reached.map((epoch) => [String(epoch), ...courses.map((course) => cell(course.get(epoch)))]));
}
