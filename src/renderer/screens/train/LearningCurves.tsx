import { memo, useMemo } from 'react';
import type { EpochRecord, PerTask } from '../../../shared/domain/run.ts';
import type { SpanMode, TaskName } from '../../../shared/domain/train-config.ts';
import { bothParts, f1Curves, learnedTasks, separationCurves, taskLosses, taskShares } from '../../training/learning-curves.ts';
import { TASK_TITLES } from '../../training/task-names.ts';
import { formatFigure, formatLoss, formatShare } from '../../ui/format/number.ts';
import { LineChart } from '../../ui/LineChart.tsx';
import type { Line, Mark } from '../../ui/plot-options.ts';
import style from './LearningCurves.module.css';

const TASKS: readonly TaskName[] = ['span', 'pointers', 'type', 'countdown'];
const TASK_COLOURS: Readonly<Record<TaskName, string>> = { span: '--accent', pointers: '--second', type: '--good', countdown: '--ink-3' };
/** Losses of different kinds: none of them says anything beside another. */
const SPAN_TITLES: Readonly<Record<SpanMode, string>> = { soft: TASK_TITLES.span, crf: 'Span, of the sequence', segments: 'Span, of whole spans' };
const SHARE_HEIGHT = 84;
const STEP_HEIGHT = 100;

interface LearningCurvesProps {
  readonly epochs: readonly EpochRecord[];
  readonly mode: SpanMode;
  readonly bestEpoch: number | null;
  /** The epoch that a person went back to; null: the newest. */
  readonly shownEpoch: number | null;
}

/** Small multiples: each loss on an axis of its own, because losses of different kinds cannot be compared by height. */
export const LearningCurves = memo(function LearningCurves({ epochs, mode, bestEpoch, shownEpoch }: LearningCurvesProps) {
  const curves = useMemo(() => makeCurves(epochs), [epochs]);
  const marks = useMemo(() => makeMarks(bestEpoch, shownEpoch), [bestEpoch, shownEpoch]);
  if (epochs.length === 0) return null;
  const chart = { xName: 'epoch', x: curves.x, marks };
  const isWeighed = curves.tasks.length > 1;
  return (
    <section aria-label="Learning curves">
      <h3 className={style.title}>Learning</h3>
      <p className={style.note}>
        Each task's raw loss has its own axis; heights of different tasks cannot be compared. Their shares in the weighted loss can.{' '}
        {bestEpoch !== null && (
          <>
            <span className={style.bestMark} aria-hidden /> Best epoch on validation: <span data-testid="best-epoch">{bestEpoch}</span>.
          </>
        )}
      </p>
      <div className={style.tasks} data-testid="curves" data-tasks={curves.tasks.length}>
        {curves.tasks.map(({ task, losses, shares }) => (
          <div key={task} className={style.task}>
            <LineChart {...chart} title={task === 'span' ? SPAN_TITLES[mode] : TASK_TITLES[task]} lines={losses} format={formatLoss} />
            {isWeighed && <LineChart {...chart} title="Weighted share" lines={shares} format={formatShare} limits={[0, 1]} height={SHARE_HEIGHT} />}
          </div>
        ))}
      </div>
      <div className={style.figures} data-testid="figure-curves">
        <LineChart {...chart} title="F1 per bar, validation" lines={curves.f1} format={formatFigure} limits={[0, 1]} />
        <LineChart {...chart} title="Mean probability" lines={curves.separation} format={formatFigure} limits={[0, 1]} />
        {isWeighed && <LineChart {...chart} title="Sigmas" lines={curves.sigmas} format={formatFigure} />}
        {isWeighed && <LineChart {...chart} title="Task weights by sigma" lines={curves.weights} format={formatShare} limits={[0, 1]} />}
        <LineChart {...chart} title="Learning rate" lines={curves.learningRate} format={formatLoss} height={isWeighed ? undefined : STEP_HEIGHT} />
        <LineChart {...chart} title="Gradient norm" lines={curves.gradientNorm} format={formatLoss} height={isWeighed ? undefined : STEP_HEIGHT} />
      </div>
    </section>
  );
});

function makeMarks(bestEpoch: number | null, shownEpoch: number | null): readonly Mark[] {
  const best = bestEpoch === null ? [] : [{ x: bestEpoch, colour: '--good', isDashed: true }];
  return shownEpoch === null ? best : [...best, { x: shownEpoch, colour: '--ink-3' }];
}

function makeCurves(epochs: readonly EpochRecord[]) {
  const tasks = learnedTasks(epochs, TASKS);
  const { at05, best, prior } = f1Curves(epochs);
  const { inside, outside } = separationCurves(epochs);
  const priorLine = prior.some((value) => value !== null) ? [{ name: 'by position', values: prior, colour: '--ink-3', isDashed: true }] : [];
  const ofTasks = (figures: (epoch: EpochRecord) => PerTask): readonly Line[] =>
    tasks.map((task) => ({ name: task, values: epochs.map((epoch) => figures(epoch)[task]), colour: TASK_COLOURS[task], isDashed: task === 'countdown' }));
  return {
    x: epochs.map((epoch) => epoch.epoch),
    tasks: tasks.map((task) => ({ task, losses: bothParts(taskLosses(epochs, task)), shares: bothParts(taskShares(epochs, task)) })),
    f1: [
      { name: 'at 0.5', values: at05, colour: '--accent' },
      { name: 'at best', values: best, colour: '--second', isDashed: true },
      ...priorLine,
    ],
    separation: [
      { name: 'in spans', values: inside, colour: '--accent' },
      { name: 'outside', values: outside, colour: '--second', isDashed: true },
    ],
    sigmas: ofTasks(({ sigmas }) => sigmas),
    weights: ofTasks(({ taskWeights }) => taskWeights),
    learningRate: [{ name: 'last step', values: epochs.map(({ learningRate }) => learningRate), colour: '--accent' }],
    gradientNorm: [{ name: 'mean, before clipping', values: epochs.map(({ gradientNorm }) => gradientNorm), colour: '--accent' }],
  };
}
