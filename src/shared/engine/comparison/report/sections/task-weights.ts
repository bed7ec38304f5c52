import type { Comparison, ContenderPart } from '../../../../domain/comparison.ts';
import { TASK_NAMES } from '../../../../domain/train-config.ts';
import { learnedApart, learnersOf, type Learner } from '../../contender-parts.ts';
import { driftingSigmas } from '../../words/drifting-sigmas.ts';
import { courseOf, milestones } from '../course.ts';
import { list, text, type Block, type DocumentFigures, type Section } from '../document.ts';
import { drawCourse } from './learning.ts';
import { courseTable } from './trajectory.ts';

/** Sigmas, the shares that are derived from them, and whether they tell anything. */
export function taskWeightsSection({ contenders }: Comparison): Section {
  const learners = learnersOf(contenders);
  const shown = milestones(learners);
  const drift = learners.flatMap(driftingSigmas);
  return {
    title: 'Task weights',
    blocks: [
      text('Each task is weighted by 1/(2 sigma\u00b2), and log sigma is added; the derived share of a task is its 1/sigma\u00b2 among those of all. Adam moves log sigma by about the learning rate in each step as long as its gradient keeps its sign, so that after few steps a sigma shows the number of steps.'),
      list(drift.length === 0 ? ['No sigma lies at the end of the optimiser\u2019s way: they may have settled.'] : drift),
      ...learnedApart(contenders).map(text),
      ...learners.flatMap((learner): readonly Block[] => [text(learner.name), sigmaTable(learner, shown)]),
      { kind: 'figures', legend: contenders.map(({ name }) => name), items: sigmaFigures(learners) },
    ],
  };
}

function sigmaTable(learner: ContenderPart, shown: readonly number[]): Block {
  const tasks = TASK_NAMES.filter((task) => learner.config.tasks[task]);
  return courseTable(learner, shown, [
    ...tasks.map((task) => [`sigma ${task}`, ({ sigmas }: { readonly sigmas: ContenderPart['runs'][number]['epochs'][number]['sigmas'] }) => sigmas[task]] as const),
    ...tasks.map((task) => [`weight ${task}`, ({ taskWeights }: { readonly taskWeights: ContenderPart['runs'][number]['epochs'][number]['taskWeights'] }) => taskWeights[task]] as const),
  ]);
}

function sigmaFigures(learners: readonly Learner[]): DocumentFigures['items'] {
  const tasks = TASK_NAMES.filter((task) => learners.some(({ config }) => config.tasks[task]));
  return tasks.map((task) => {
    const lines = learners.flatMap((each) => (each.config.tasks[task] ? [{ colour: each.place, points: courseOf(each, ({ sigmas }) => sigmas[task]) }] : []));
    return { svg: drawCourse(`sigma of ${task}`, 'sigma', lines), caption: `Sigma of ${task}` };
  });
}
