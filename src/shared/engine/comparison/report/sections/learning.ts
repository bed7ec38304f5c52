import type { Comparison } from '../../../../domain/comparison.ts';
import { TASK_NAMES, type TaskName } from '../../../../domain/train-config.ts';
import { learnedApart, learnersOf, type Learner } from '../../contender-parts.ts';
import { courseOf } from '../course.ts';
import { text, type Block, type DocumentFigures, type Section } from '../document.ts';
import { lossKind } from '../loss-kind.ts';
import { drawLines, type Line } from '../svg/line-chart.ts';
import { domainOf } from '../svg/ticks.ts';

/** How each learned: losses in one panel only where they are one loss. */
export function learningSection({ contenders }: Comparison): Section {
  const learners = learnersOf(contenders);
  const tasks = TASK_NAMES.filter((task) => learners.some(({ config }) => config.tasks[task]));
  const panels = tasks.flatMap((task) => panelsOf(task, learners));
  const apart = tasks.filter((task) => kindsOf(task, learners).size > 1);
  const why: readonly Block[] = apart.length === 0 ? [] : [text(`Panels of their own: ${apart.join(', ')}. The contenders minimise different losses there, in different units: heights may be compared within a panel, never between two, and no ratio makes one of the other.`)];
  return {
    title: 'Learning',
    blocks: [
      text('Raw losses by epoch, mean over runs; whole lines are the validation part, dashed ones the training part (with dropout).'),
      ...learnedApart(contenders).map(text),
      ...why,
      { kind: 'figures', legend: contenders.map(({ name }) => name), items: panels },
      text('What can be compared are figures of the same measure, on the validation part.'),
      { kind: 'figures', legend: contenders.map(({ name }) => name), items: measures(learners) },
    ],
  };
}

/** Who has each kind of loss. */
function kindsOf(task: TaskName, learners: readonly Learner[]): ReadonlyMap<string, readonly Learner[]> {
  return Map.groupBy(learners.filter(({ config }) => config.tasks[task]), ({ config }) => lossKind(task, config));
}

function panelsOf(task: TaskName, learners: readonly Learner[]): DocumentFigures['items'] {
  return [...kindsOf(task, learners)].map(([kind, alike]) => {
    const lines = alike.flatMap((learner): Line[] => [
      { colour: learner.place, points: courseOf(learner, ({ val }) => val?.raw[task]) },
      { colour: learner.place, dashed: true, points: courseOf(learner, ({ train }) => train.raw[task]) },
    ]);
    return { svg: drawCourse(`${task}: ${kind}`, 'loss', lines), caption: `${task}: ${kind}` };
  });
}

function measures(learners: readonly Learner[]): DocumentFigures['items'] {
  const panel = (caption: string, pick: Parameters<typeof courseOf>[1]) => ({ svg: drawCourse(caption, '', learners.map((each) => ({ colour: each.place, points: courseOf(each, pick) }))), caption });
  return [
    panel('F1 of bars at 0.5', ({ val05 }) => val05?.f1),
    panel('F1 of bars at the best threshold of the epoch', ({ valBest }) => valBest?.f1),
    panel('Separation: mean probability in spans minus that outside', ({ separation }) => separation?.separation),
  ];
}

export function drawCourse(label: string, name: string, lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points);
  return drawLines({ label, x: { name: 'epoch', domain: domainOf(points.map(([x]) => x)) }, y: { name, domain: domainOf(points.map(([, y]) => y), 0) }, lines });
}
