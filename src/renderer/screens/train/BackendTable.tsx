import type { BackendRow } from '../../../shared/contract/training.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { asSentence, backendTitle, stepWords } from './backend-words.ts';
import style from './BackendTable.module.css';

interface BackendTableProps {
  readonly rows: readonly BackendRow[];
  readonly isTesting: boolean;
}

export function BackendTable({ rows, isTesting }: BackendTableProps) {
  return (
    <table className={style.table} data-testid="backend-table">
      <thead>
        <tr>
          <th>Back end</th>
          <th>Step of training</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} data-backend={row.name} data-usable={row.usable}>
            <td>
              {backendTitle(row.name as TrainConfig['backend'])}
              {row.reason !== '' && <span className={style.reason}>{asSentence(row.reason)}</span>}
            </td>
            <td>{isTesting && row.usable !== false ? 'testing…' : stepWords(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
