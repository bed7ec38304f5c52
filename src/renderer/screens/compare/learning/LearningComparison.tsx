import { useMemo } from 'react';
import type { Contender } from '../../../../shared/domain/comparison.ts';
import { TASK_NAMES } from '../../../../shared/domain/train-config.ts';
import { learnedApart, learnersOf, type Learner } from '../../../../shared/engine/comparison/contender-parts.ts';
import { TASK_TITLES } from '../../../training/task-names.ts';
import { formatFigure, formatLoss, formatShare } from '../../../ui/format/number.ts';
import { LineChart } from '../../../ui/LineChart.tsx';
import style from '../Compare.module.css';
import { allEpochs, epochLines } from './epoch-lines.ts';
import { lossPanels, separationReasons } from './loss-panels.ts';
import { WeightTable } from './WeightTable.tsx';

/** Curves of all contenders over each other, wherever they are of one kind. */
export function LearningComparison({ contenders }: { readonly contenders: readonly Contender[] }) {
  const panels = useMemo(() => lossPanels(contenders), [contenders]);
  const learners = useMemo(() => learnersOf(contenders), [contenders]);
  const reasons = separationReasons(panels);
  return (
    <section aria-label="Learning" data-testid="learning">
      <h3 className={style.title}>Raw loss of each task</h3>
      <p className={style.note}>Of several runs of a contender, the mean. Each loss has its own axis; heights of different tasks cannot be compared.</p>
      {learnedApart(contenders).map((sentence) => (
        <p key={sentence} className={style.note} data-testid="learned-apart">
          {sentence}
        </p>
      ))}
      {reasons.map((reason) => (
        <p key={reason} className={style.reason} data-testid="separate-losses">
          {reason}
        </p>
      ))}
      <div className={style.charts}>
        {panels.map((panel) => (
          <LossCharts key={`${panel.task} ${panel.loss}`} panel={panel} all={learners} />
        ))}
      </div>
      <h3 className={style.title}>On the validation part</h3>
      <Validation learners={learners} />
      <h3 className={style.title}>Weights of the tasks</h3>
      <p className={style.note}>
        By the learned sigmas, sigma<sup>−2</sup> over their sum. A sigma follows the size of its own loss: where losses differ in kind, their sigmas do, too.
      </p>
      <Weights learners={learners} />
      <WeightTable learners={learners} />
    </section>
  );
}

function LossCharts({ panel: { task, loss, learners }, all }: { readonly panel: ReturnType<typeof lossPanels>[number]; readonly all: readonly Learner[] }) {
  const { x, train, val } = useMemo(() => {
    const epochs = allEpochs(all);
    return {
      x: epochs,
      train: epochLines(learners, epochs, (epoch) => epoch.train.raw[task]),
      val: epochLines(learners, epochs, (epoch) => epoch.val?.raw[task] ?? null),
    };
  }, [all, learners, task]);
  return (
    <div className={style.panel} data-testid="loss-panel" data-task={task}>
      <h4 className={style.panelTitle}>
        {TASK_TITLES[task]} <span className={style.small}>{loss}</span>
      </h4>
      <div className={style.pair}>
        <LineChart title="Validation" xName="epoch" x={x} lines={val} format={formatLoss} />
        <LineChart title="Training" xName="epoch" x={x} lines={train} format={formatLoss} />
      </div>
    </div>
  );
}

function Validation({ learners }: { readonly learners: readonly Learner[] }) {
  const { x, f1, best, separation } = useMemo(() => {
    const epochs = allEpochs(learners);
    return {
      x: epochs,
      f1: epochLines(learners, epochs, ({ val05 }) => val05?.f1 ?? null),
      best: epochLines(learners, epochs, ({ valBest }) => valBest?.f1 ?? null),
      separation: epochLines(learners, epochs, (epoch) => epoch.separation?.separation ?? null),
    };
  }, [learners]);
  return (
    <div className={style.small3}>
      <LineChart title="F1 per bar at 0.5" xName="epoch" x={x} lines={f1} format={formatFigure} limits={[0, 1]} />
      <LineChart title="F1 per bar at the best threshold" xName="epoch" x={x} lines={best} format={formatFigure} limits={[0, 1]} />
      <LineChart title="Separation" xName="epoch" x={x} lines={separation} format={formatFigure} />
    </div>
  );
}

function Weights({ learners }: { readonly learners: readonly Learner[] }) {
  const { x, tasks } = useMemo(() => {
    const epochs = allEpochs(learners);
    const lines = TASK_NAMES.map((task) => ({ task, lines: epochLines(learners, epochs, ({ taskWeights }) => (taskWeights[task] > 0 ? taskWeights[task] : null)) }));
    return { x: epochs, tasks: lines.filter((each) => each.lines.length > 0) };
  }, [learners]);
  return (
    <div className={style.small4}>
      {tasks.map(({ task, lines }) => (
        <LineChart key={task} title={TASK_TITLES[task]} xName="epoch" x={x} lines={lines} format={formatShare} limits={[0, 1]} />
      ))}
    </div>
  );
}
