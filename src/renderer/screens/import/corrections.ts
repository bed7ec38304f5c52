import type { ColumnRole, ImportOptions } from '../../../shared/contract/imports.ts';

export const COLUMN_ROLES: readonly ColumnRole[] = ['time', 'date', 'timeOfDay', 'open', 'high', 'low', 'close', 'volume'];

export const ROLE_NAMES: Readonly<Record<ColumnRole, string>> = {
  time: 'Time',
  date: 'Date',
  timeOfDay: 'Clock',
  open: 'Open',
  high: 'High',
  low: 'Low',
  close: 'Close',
  volume: 'Volume',
};

/** What a column means; null: it is not used. */
export function roleOfColumn(columns: ImportOptions['columns'], index: number): ColumnRole | null {
  return COLUMN_ROLES.find((role) => columns[role] === index) ?? null;
}

/** The columns with one of them meaning something else: a role has one column, a column one role. */
export function withRole(columns: ImportOptions['columns'], index: number, role: ColumnRole | null): ImportOptions['columns'] {
  const others = COLUMN_ROLES.filter((each) => each !== role && columns[each] !== undefined && columns[each] !== index);
  const kept = Object.fromEntries(others.map((each) => [each, columns[each]]));
  return role === null ? kept : { ...kept, [role]: index };
}

/** Corrections after another one. Another format or zip member is read afresh, so that only what names the series is kept. */
export function addCorrection(corrections: Partial<ImportOptions>, change: Partial<ImportOptions>): Partial<ImportOptions> {
  if (change.format === undefined && change.member === undefined) return { ...corrections, ...change };
  const { symbol, timeframeMs, member } = corrections;
  return { ...(symbol !== undefined && { symbol }), ...(timeframeMs !== undefined && { timeframeMs }), ...(member !== undefined && { member }), ...change };
}

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'Comma ,', ';': 'Semicolon ;', '\t': 'Tab', '|': 'Bar |', ' ': 'Space' };

export function delimiterName(delimiter: string): string {
  return DELIMITERS[delimiter] ?? delimiter;
}
