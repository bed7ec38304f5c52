import type { FigureSummary } from '../../../../shared/domain/experiment.ts';
import { figureRows, type FigureRow } from './figure-rows.ts';
import style from './Experiment.module.css';

/** Every figure with its mean, standard deviation and range: never the best run alone. */
export function FigureTable({ figures }: { readonly figures: readonly FigureSummary[] }) {
  const { main, others } = figureRows(figures);
  return (
    <>
      <Rows rows={main} data-testid="experiment-figures" />
      {others.length > 0 && (
        <details className={style.others}>
          <summary>{others.length} further figures</summary>
          <Rows rows={others} data-testid="experiment-other-figures" />
        </details>
      )}
    </>
  );
}

function Rows({ rows, ...rest }: { readonly rows: readonly FigureRow[]; readonly 'data-testid': string }) {
  return (
    <table className={style.table} {...rest}>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Mean ± standard deviation</th>
          <th scope="col">Range</th>
          <th scope="col">Runs</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ figure, name, mean, range, members }) => (
          <tr key={figure}>
            <th scope="row">{name}</th>
            <td className={style.strong}>{mean}</td>
            <td>{range}</td>
            <td>{members}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
