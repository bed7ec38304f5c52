import type { ContenderPart, ContenderRun } from '../../../../shared/domain/comparison.ts';
import { TASK_NAMES, type TaskName } from '../../../../shared/domain/train-config.ts';
import type { Learner } from '../../../../shared/engine/comparison/contender-parts.ts';
import { lossKind } from '../../../../shared/engine/comparison/report/loss-kind.ts';
import { TASK_TITLES } from '../../../training/task-names.ts';
import { formatFigure, formatShare } from '../../../ui/format/number.ts';
import table from '../../../ui/FigureTable.module.css';
import style from '../Compare.module.css';
import { ContenderHeads } from '../ContenderHeads.tsx';

/** Sigmas and the weights that follow from them at the end, means over the runs of each. */
export function WeightTable({ learners }: { readonly learners: readonly Learner[] }) {
  return (
    <div className={style.wide}>
      <table className={table.table} data-testid="compared-weights">
        <caption>At the end</caption>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <ContenderHeads contenders={learners} />
          </tr>
        </thead>
        <tbody>
          {TASK_NAMES.map((task) => (
            <tr key={task}>
              <th scope="row">{TASK_TITLES[task]}</th>
              {learners.map((learner) => (
                <WeightCell key={learner.name} learner={learner} task={task} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WeightCell({ learner: { runs, config }, task }: { readonly learner: ContenderPart; readonly task: TaskName }) {
  const sigma = meanOf(runs, ({ sigmas }) => sigmas?.[task]);
  const weight = meanOf(runs, ({ taskWeights }) => taskWeights?.[task]);
  if (!config.tasks[task] || sigma === null || weight === null) return <td>not learned</td>;
  return (
    <td title={lossKind(task, config)}>
      <span className={table.value}>{formatShare(weight)}</span> sigma {formatFigure(sigma)}
    </td>
  );
}

function meanOf(runs: readonly ContenderRun[], figure: (run: ContenderRun) => number | undefined): number | null {
  const values = runs.flatMap((run) => figure(run) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
