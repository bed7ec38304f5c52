import { useMemo } from 'react';
import type { EpochRecord } from '../../../shared/domain/run.ts';
import type { SpanMode, TaskName } from '../../../shared/domain/train-config.ts';
import { formatFigure, formatLoss, formatShare } from '../../ui/format/number.ts';
import { LineChart } from '../../ui/LineChart.tsx';
import { f1Curves, learnedTasks, separationCurves, taskLosses, weightCurve } from './learning-curves.ts';
import style from './LearningCurves.module.css';
import { TASK_TITLES } from './task-names.ts';

const TASKS: readonly TaskName[] = ['span', 'pointers', 'type', 'countdown'];
const WEIGHT_COLOURS: Readonly<Record<TaskName, string>> = { span: '--accent', pointers: '--second', type: '--good', countdown: '--ink-3' };

interface LearningCurvesProps {
  readonly epochs: readonly EpochRecord[];
  readonly mode: SpanMode;
  readonly bestEpoch: number | null;
}

/** Small multiples: each loss on an axis of its own, because losses of different kinds cannot be compared by height. */
export function LearningCurves({ epochs, mode, bestEpoch }: LearningCurvesProps) {
  const curves = useMemo(() => makeCurves(epochs), [epochs]);
  if (epochs.length === 0) return null;
  const spanLoss = mode === 'soft' ? 'per-bar loss' : 'negative log-likelihood';
  return (
    <section aria-label="Learning curves">
      <h3 className={style.title}>Learning</h3>
      <p className={style.note}>
        Each task's raw loss has its own axis; heights of different tasks cannot be compared. {bestEpoch !== null && `Best epoch on validation: ${bestEpoch}.`}
      </p>
      <div className={style.charts} data-testid="curves" data-losses={curves.losses.length}>
        {curves.losses.map(({ task, lines }) => (
          <LineChart
            key={task}
            title={task === 'span' ? `${TASK_TITLES.span} (${spanLoss})` : TASK_TITLES[task]}
            xName="epoch"
            x={curves.x}
            lines={lines}
            format={formatLoss}
          />
        ))}
        <LineChart title="F1 per bar, validation" xName="epoch" x={curves.x} lines={curves.f1} format={formatFigure} limits={[0, 1]} />
        <LineChart title="Mean probability" xName="epoch" x={curves.x} lines={curves.separation} format={formatFigure} limits={[0, 1]} />
        <LineChart title="Share of each task in the sum" xName="epoch" x={curves.x} lines={curves.weights} format={formatShare} limits={[0, 1]} />
      </div>
    </section>
  );
}

function makeCurves(epochs: readonly EpochRecord[]) {
  const tasks = learnedTasks(epochs, TASKS);
  const { at05, best } = f1Curves(epochs);
  const { inside, outside } = separationCurves(epochs);
  return {
    x: epochs.map((epoch) => epoch.epoch),
    losses: tasks.map((task) => {
      const { train, val } = taskLosses(epochs, task);
      const lines = [
        { name: 'train', values: train, colour: '--accent' },
        { name: 'validation', values: val, colour: '--second', isDashed: true },
      ];
      return { task, lines };
    }),
    f1: [
      { name: 'at 0.5', values: at05, colour: '--accent' },
      { name: 'at the best threshold', values: best, colour: '--second', isDashed: true },
    ],
    separation: [
      { name: 'in spans', values: inside, colour: '--accent' },
      { name: 'outside', values: outside, colour: '--second', isDashed: true },
    ],
    weights: tasks.map((task) => ({ name: task, values: weightCurve(epochs, task), colour: WEIGHT_COLOURS[task], isDashed: task === 'countdown' })),
  };
}
