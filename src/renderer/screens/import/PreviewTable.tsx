import type { BarsPreview, ImportOptions } from '../../../shared/contract/imports.ts';
import { classNames } from '../../ui/class-names.ts';
import { Select } from '../../ui/Select.tsx';
import { COLUMN_ROLES, ROLE_NAMES, roleOfColumn, withRole } from './corrections.ts';
import { importedColumns, type ColumnPlace } from './imported-columns.ts';
import style from './PreviewTable.module.css';

interface PreviewTableProps {
  readonly preview: BarsPreview;
  readonly isStale: boolean;
  readonly onCorrect: (change: Partial<ImportOptions>) => void;
}

const ROLE_OPTIONS = [{ value: null, label: 'Not used' }, ...COLUMN_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))];

/** The first rows as they stand in the file, and beside them as they would be imported: that part stays in view when the other is scrolled. */
export function PreviewTable({ preview, isStale, onCorrect }: PreviewTableProps) {
  const { options, columnNames, rawRows } = preview;
  const imported = importedColumns(preview.bars, options.timeframeMs);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- to be scrolled by keys
    <section className={classNames(style.tableBox, isStale && style.stale)} tabIndex={0} aria-label="First rows of the file" data-area>
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
            {imported.map((column) => (
              <th key={column.name} className={style.imported} style={placeOf(column)}>
                {column.name}
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
              {preview.bars[row] == null ? (
                <td className={classNames(style.imported, style.rejected)} style={{ right: 0 }} colSpan={imported.length}>
                  rejected
                </td>
              ) : (
                imported.map((column) => (
                  <td key={column.name} className={style.imported} style={placeOf(column)}>
                    {column.texts[row]}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** In widths of a digit, so that it is known without measuring where each column has to stay. */
const placeOf = ({ width, right }: ColumnPlace) => ({ minWidth: `calc(${width}ch + 16px)`, right: `calc(${right.digits}ch + ${right.columns * 16}px)` });
