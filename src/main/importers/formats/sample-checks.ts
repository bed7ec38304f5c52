import { isNumeric } from '../rows/parse-number.ts';
import type { TableSample } from './bar-format.ts';

/** Whether nearly every row of the sample satisfies a check; damaged rows must not hide a format. */
export function mostRows(sample: TableSample, check: (cells: readonly string[]) => boolean): boolean {
  return sample.rows.length > 0 && sample.rows.filter(check).length >= 0.9 * sample.rows.length;
}

/** Rows such as 20110301 093000;133.9;134.01;133.9;133.98;3778 without a header: both HistData and NinjaTrader write so. */
export const hasCompactStamps = (sample: TableSample): boolean =>
  sample.header === null && sample.columnCount >= 5 && mostRows(sample, (cells) => /^\d{8}[ T]\d{4}(?:\d{2})?$/.test(cells[0].trim()));

export const isAllZero = (sample: TableSample, column: number): boolean => sample.rows.every((cells) => Number(cells[column] ?? 0) === 0);

export const isNumericColumn = (sample: TableSample, column: number): boolean => mostRows(sample, (cells) => isNumeric(cells[column] ?? ''));

/** A whole number of so many digits, as Unix stamps are. */
export const isUnixColumn = (sample: TableSample, column: number): boolean =>
  mostRows(sample, (cells) => /^\d{9,19}$/.test((cells[column] ?? '').trim()));
