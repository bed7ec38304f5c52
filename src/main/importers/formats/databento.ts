import { findName, findRole } from '../names/header-names.ts';
import type { BarFormat, TableSample } from './bar-format.ts';

/** Record types of the ohlcv schemas. */
const TIMEFRAMES: Readonly<Record<string, number>> = { '32': 1_000, '33': 60_000, '34': 3_600_000, '35': 86_400_000 };

/** Databento's ohlcv schemas as CSV: opening stamps in UTC, the record type names the timeframe. */
export const databento: BarFormat = {
  id: 'databento',
  name: 'Databento ohlcv',
  isLikely: () => true,
  read: (sample) => {
    const time = findName(sample.header ?? [], 'ts event');
    const [open, high, low, close] = (['open', 'high', 'low', 'close'] as const).map((role) => findRole(sample.header ?? [], role));
    if (time === undefined || open === undefined || high === undefined || low === undefined || close === undefined) return null;
    const volume = findRole(sample.header ?? [], 'volume');
    return { columns: { time, open, high, low, close, ...(volume === undefined ? {} : { volume }) }, ...timeframeOf(sample), notes: [] };
  },
};

function timeframeOf(sample: TableSample): { readonly timeframeMs?: number } {
  const column = findName(sample.header ?? [], 'rtype');
  const timeframeMs = column === undefined ? undefined : TIMEFRAMES[sample.rows[0]?.[column] ?? ''];
  return timeframeMs === undefined ? {} : { timeframeMs };
}
