import type { ColumnRole } from '../../../shared/contract/imports.ts';
import { findName, findRole, normaliseName } from '../names/header-names.ts';
import type { Columns, Reading, TableSample } from './bar-format.ts';
import { mostRows } from './sample-checks.ts';

const PRICES: readonly ColumnRole[] = ['open', 'high', 'low', 'close'];

/** The header's names decide, in whatever order the columns stand. null: a time or a price is missing. */
export function readByNames(sample: TableSample): Reading | null {
  const { header } = sample;
  if (header === null) return null;
  const times = timeColumns(sample, header);
  const prices = PRICES.map((role) => [role, findRole(header, role)] as const);
  if (times === null || prices.some(([, index]) => index === undefined)) return null;
  const volume = findRole(header, 'volume');
  return { columns: { ...times, ...Object.fromEntries(prices), ...(volume === undefined ? {} : { volume }) }, notes: [] };
}

/** A date beside a time of day is two columns; a column called Date or Time may also hold both. */
function timeColumns(sample: TableSample, header: readonly string[]): Columns | null {
  const date = findRole(header, 'date');
  const timeOfDay = findName(header, 'time');
  const isClock = timeOfDay !== undefined && mostRows(sample, (cells) => /^\d{1,2}:\d{2}/.test((cells[timeOfDay] ?? '').trim()));
  if (date !== undefined && timeOfDay !== undefined && isClock) return { date, timeOfDay };
  const time = findRole(header, 'time') ?? unnamedIndex(header);
  return time === undefined ? null : { time };
}

/** pandas writes the times that its rows go by as a first column without a name. */
const unnamedIndex = (header: readonly string[]): number | undefined => (/^(?:unnamed: 0)?$/.test(normaliseName(header[0] ?? '-')) ? 0 : undefined);
