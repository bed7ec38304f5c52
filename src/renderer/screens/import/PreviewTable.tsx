import type { BarsPreview, ImportOptions, PreviewBar } from '../../../shared/contract/imports.ts';
import { classNames } from '../../ui/class-names.ts';
import { formatBarTime } from '../../ui/format/time.ts';
import { Select } from '../../ui/Select.tsx';
import { COLUMN_ROLES, ROLE_NAMES, roleOfColumn, withRole } from './corrections.ts';
import style from './PreviewStage.module.css';

interface PreviewTableProps {
  readonly preview: BarsPreview;
  readonly isStale: boolean;
  readonly onCorrect: (change: Partial<ImportOptions>) => void;
}

const ROLE_OPTIONS = [{ value: null, label: 'Not used' }, ...COLUMN_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))];
const BAR_COLUMNS = ['open', 'high', 'low', 'close', 'volume'] as const;

/** The first rows as they stand in the file, and beside them as they would be imported. */
export function PreviewTable({ preview, isStale, onCorrect }: PreviewTableProps) {
  const { options, columnNames, rawRows, bars } = preview;
  return (
    <div className={classNames(style.tableBox, isStale && style.stale)} data-area>
      <table className={style.table} data-testid="preview-table">
        <thead>
          <tr>
            {columnNames.map((name, index) => (
              <th key={index}>
                <span className={style.columnName}>{name}</span>
                <Select
                  label={`Meaning of ${name}`}
                  className={style.role}
                  value={roleOfColumn(options.columns, index)}
                  options={ROLE_OPTIONS}
                  onChange={(role) => onCorrect({ columns: withRole(options.columns, index, role) })}
                />
              </th>
            ))}
            <th className={style.first}>Opens at (UTC)</th>
            {BAR_COLUMNS.map((name) => (
              <th key={name} className={style.number}>
                {ROLE_NAMES[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rawRows.map((cells, row) => (
            <tr key={row}>
              {columnNames.map((_name, index) => (
                <td key={index} className={style.raw}>
                  {cells[index] ?? ''}
                </td>
              ))}
              <ImportedCells bar={bars[row] ?? null} timeframeMs={options.timeframeMs} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ImportedCells({ bar, timeframeMs }: { readonly bar: PreviewBar | null; readonly timeframeMs: number }) {
  if (bar === null) {
    return (
      <td className={classNames(style.first, style.rejected)} colSpan={1 + BAR_COLUMNS.length}>
        rejected
      </td>
    );
  }
  return (
    <>
      <td className={style.first}>{formatBarTime(bar.time, 'UTC', timeframeMs)}</td>
      {BAR_COLUMNS.map((name) => (
        <td key={name} className={style.number}>
          {bar[name] ?? '–'}
        </td>
      ))}
    </>
  );
}
