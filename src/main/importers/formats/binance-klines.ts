import type { BarFormat, TableSample } from './bar-format.ts';
import { isUnixColumn, mostRows } from './sample-checks.ts';

const COLUMNS = 12;
const CLOSE_TIME = 6;

/** Binance's public klines: 12 columns, with or without a header, milliseconds or, since 2025, microseconds. */
export const binanceKlines: BarFormat = {
  id: 'binance-klines',
  name: 'Binance klines',
  isLikely: () => true,
  read: (sample) => {
    if (sample.columnCount !== COLUMNS || !isUnixColumn(sample, 0) || !closesAfterOpening(sample)) return null;
    return { columns: { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 5 }, ...timeframeOf(sample), notes: [] };
  },
};

const closesAfterOpening = (sample: TableSample): boolean => mostRows(sample, (cells) => Number(cells[CLOSE_TIME]) > Number(cells[0]));

/** A kline closes one unit of its stamps (a millisecond or a microsecond) before the next opens. */
function timeframeOf(sample: TableSample): { readonly timeframeMs?: number } {
  const cells = sample.rows[0];
  const unitsPerMs = cells[0].trim().length > 14 ? 1000 : 1;
  const timeframeMs = (Number(cells[CLOSE_TIME]) + 1 - Number(cells[0])) / unitsPerMs;
  return timeframeMs >= 1000 && timeframeMs % 1000 === 0 ? { timeframeMs } : {};
}
