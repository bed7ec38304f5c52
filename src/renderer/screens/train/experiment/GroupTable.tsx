import type { GroupSummary } from '../../../../shared/domain/experiment.ts';
import type { ExperimentId } from '../../../../shared/domain/ids.ts';
import { MarkBox } from '../runs/MarkBox.tsx';
import { meanText } from './figure-rows.ts';
import style from './Experiment.module.css';

const COLUMNS = [
  { figure: 'bar.at05.f1', name: 'F1 at 0.5' },
  { figure: 'bar.best.f1', name: 'F1 at best threshold' },
  { figure: 'span.f1Iou50', name: 'Span F1' },
  { figure: 'separation.separation', name: 'Separation' },
  { figure: 'ece', name: 'Calibration error' },
] as const;

/** The combinations of a sweep in the order of its file, each with mean and standard deviation over its seeds and folds. */
export function GroupTable({ experimentId, groups }: { readonly experimentId: ExperimentId; readonly groups: readonly GroupSummary[] }) {
  const columns = COLUMNS.filter(({ figure }) => groups.some(({ figures }) => figures.some((summary) => summary.figure === figure)));
  return (
    <table className={style.table} data-testid="experiment-groups">
      <thead>
        <tr>
          <th scope="col">Combination</th>
          {columns.map(({ figure, name }) => (
            <th key={figure} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">Runs</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ group, figures }) => (
          <tr key={group}>
            <th scope="row">
              {figures.length > 0 && <MarkBox source={{ kind: 'experiment', experimentId, group }} name={group} />} {group}
            </th>
            {columns.map(({ figure }) => {
              const summary = figures.find((each) => each.figure === figure);
              return <td key={figure}>{summary === undefined ? '–' : meanText(summary)}</td>;
            })}
            <td>{figures[0]?.members ?? 0}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
