import type { Comparison, Contender } from '../../../../domain/comparison.ts';
import { TASK_NAMES } from '../../../../domain/train-config.ts';
import { driftingSigmas } from '../../words/drifting-sigmas.ts';
import { courseOf, milestones } from '../course.ts';
import { list, text, type Block, type DocumentFigures, type Section } from '../document.ts';
import { drawCourse } from './learning.ts';
import { courseTable } from './trajectory.ts';

/** Sigmas, the shares that are derived from them, and whether they tell anything. */
export function taskWeightsSection({ contenders }: Comparison): Section {
  const shown = milestones(contenders);
  const drift = contenders.flatMap(driftingSigmas);
  return {
    title: 'Task weights',
    blocks: [
      text('Each task is weighted by 1/(2 sigma\u00b2), and log sigma is added; the derived share of a task is its 1/sigma\u00b2 among those of all. Adam moves log sigma by about the learning rate in each step as long as its gradient keeps its sign, so that after few steps a sigma shows the number of steps.'),
      list(drift.length === 0 ? ['No sigma lies at the end of the optimiser\u2019s way: they may have settled.'] : drift),
      ...contenders.flatMap((contender): readonly Block[] => [text(contender.name), sigmaTable(contender, shown)]),
      { kind: 'figures', legend: contenders.map(({ name }) => name), items: sigmaFigures(contenders) },
    ],
  };
}

function sigmaTable(contender: Contender, shown: readonly number[]): Block {
  const tasks = TASK_NAMES.filter((task) => contender.config.tasks[task]);
  return courseTable(contender, shown, [
    ...tasks.map((task) => [`sigma ${task}`, ({ sigmas }: { readonly sigmas: Contender['runs'][number]['epochs'][number]['sigmas'] }) => sigmas[task]] as const),
    ...tasks.map((task) => [`weight ${task}`, ({ taskWeights }: { readonly taskWeights: Contender['runs'][number]['epochs'][number]['taskWeights'] }) => taskWeights[task]] as const),
  ]);
}

function sigmaFigures(contenders: readonly Contender[]): DocumentFigures['items'] {
  const tasks = TASK_NAMES.filter((task) => contenders.some(({ config }) => config.tasks[task]));
  return tasks.map((task) => {
    const lines = contenders.flatMap((each, k) => (each.config.tasks[task] ? [{ colour: k, points: courseOf(each, ({ sigmas }) => sigmas[task]) }] : []));
    return { svg: drawCourse(`sigma of ${task}`, 'sigma', lines), caption: `Sigma of ${task}` };
  });
}
