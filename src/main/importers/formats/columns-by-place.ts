import type { Reading, TableSample } from './bar-format.ts';
import { isNumericColumn, mostRows } from './sample-checks.ts';

/** Without a header: time, or date and time of day, then open, high, low, close and perhaps volume. null: the cells do not fit. */
export function readByPlace(sample: TableSample): Reading | null {
  if (sample.header !== null) return null;
  const isSplit = mostRows(sample, (cells) => /^\d{1,2}:\d{2}/.test((cells[1] ?? '').trim()));
  const first = isSplit ? 2 : 1;
  const prices = [first, first + 1, first + 2, first + 3];
  if (sample.columnCount < first + 4 || !prices.every((column) => isNumericColumn(sample, column))) return null;
  const [open, high, low, close] = prices;
  const volume = first + 4;
  return {
    columns: {
      ...(isSplit ? { date: 0, timeOfDay: 1 } : { time: 0 }),
      open,
      high,
      low,
      close,
      ...(sample.columnCount > volume && isNumericColumn(sample, volume) ? { volume } : {}),
    },
    notes: ['The file names no columns: open, high, low, close are assumed in this order.'],
  };
}
