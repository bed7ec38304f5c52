import type { ColumnRole, ImportOptions } from '../../../shared/contract/imports.ts';
import { badFile } from '../bad-file.ts';
import type { RowTable } from '../table/row-table.ts';

const PRICES: readonly ColumnRole[] = ['open', 'high', 'low', 'close'];
const CHOOSE = 'Choose the columns in the preview, or on the command line with --columns, then import again.';

/** What a bar needs and no column gives. */
export function missingRoles(columns: ImportOptions['columns']): readonly ColumnRole[] {
  const hasTime = columns.time !== undefined || columns.date !== undefined;
  return [...(hasTime ? [] : (['time'] as const)), ...PRICES.filter((role) => columns[role] === undefined)];
}

/** Throws 'bad-file' unless a time and every price have a column that the table has. */
export function requireColumns(columns: ImportOptions['columns'], table: RowTable, file: string): void {
  const missing = missingRoles(columns);
  if (missing.length > 0) throw badFile(file, `no column is known for ${missing.join(', ')}${describeColumns(table)}.`, CHOOSE);
  const beyond = Object.entries(columns).find(([, index]) => index >= table.columnCount);
  if (beyond === undefined) return;
  throw badFile(file, `column ${beyond[1] + 1} for ${beyond[0]} is beyond its ${table.columnCount} columns.`, CHOOSE);
}

function describeColumns(table: RowTable): string {
  const cells = table.header ?? (table.rowCount > 0 ? table.cells(0) : []);
  return cells.length === 0 ? '' : `; it has ${cells.slice(0, 12).join(', ').slice(0, 200)}`;
}
