import type { ColumnRole, ImportOptions } from '../../../shared/contract/imports.ts';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { RowTable } from '../table/row-table.ts';

const PRICES: readonly ColumnRole[] = ['open', 'high', 'low', 'close'];

/** Throws 'invalid-input' unless a time and every price have a column that the table has. */
export function requireColumns({ columns }: ImportOptions, table: RowTable): void {
  const missing: string[] = PRICES.filter((role) => columns[role] === undefined);
  if (columns.time === undefined && columns.date === undefined) missing.push('time');
  if (missing.length > 0) throw wrongColumns(`No column is chosen for ${missing.join(', ')}.`);
  const beyond = Object.entries(columns).find(([, index]) => index >= table.columnCount);
  if (beyond !== undefined) throw wrongColumns(`Column ${beyond[1] + 1} for ${beyond[0]} is beyond the ${table.columnCount} columns of the file.`);
}

const wrongColumns = (message: string): ExpanseError =>
  new ExpanseError('invalid-input', message, 'Choose the columns in the preview, then import again.');
