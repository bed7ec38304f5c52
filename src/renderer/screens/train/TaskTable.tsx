import type { EpochRecord } from '../../../shared/domain/run.ts';
import { TASK_NAMES } from '../../../shared/domain/train-config.ts';
import { formatFigure, formatLoss, formatShare } from '../../ui/format/number.ts';
import style from './RunDetail.module.css';
import { TASK_TITLES } from '../../training/task-names.ts';

/** Sigmas and derived weights of the last epoch. */
export function TaskTable({ record }: { readonly record: EpochRecord }) {
  return (
    <section aria-label="Tasks">
      <h3 className={style.title}>Tasks after epoch {record.epoch}</h3>
      <table className={style.table} data-testid="task-table">
        <thead>
          <tr>
            <th>Task</th>
            <th>Loss, train</th>
            <th>Loss, validation</th>
            <th>Sigma</th>
            <th>Weight</th>
          </tr>
        </thead>
        <tbody>
          {TASK_NAMES.filter((task) => record.taskWeights[task] > 0).map((task) => (
            <tr key={task}>
              <td>{TASK_TITLES[task]}</td>
              <td>{formatLoss(record.train.raw[task])}</td>
              <td>{record.val === null ? '–' : formatLoss(record.val.raw[task])}</td>
              <td>{formatFigure(record.sigmas[task])}</td>
              <td>{formatShare(record.taskWeights[task])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
