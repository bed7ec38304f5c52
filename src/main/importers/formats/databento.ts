import { findName, findRole } from '../names/header-names.ts';
import type { BarFormat, Reading, TableSample } from './bar-format.ts';
import { mostRows } from './sample-checks.ts';

/** Record types of the ohlcv schemas. */
const TIMEFRAMES: Readonly<Record<string, number>> = { '32': 1_000, '33': 60_000, '34': 3_600_000, '35': 86_400_000 };

const PRICES = ['open', 'high', 'low', 'close'] as const;
/** One unit of the instrument's price. */
const FIXED_POINT = 1_000_000_000;

/** Databento's ohlcv schemas as CSV: opening stamps in UTC, the record type names the timeframe. */
export const databento: BarFormat = {
  id: 'databento',
  name: 'Databento ohlcv',
  isLikely: () => true,
  read: readDatabento,
};

/** As it is delivered unless decimal prices are asked for: whole numbers of 0.000000001. */
export const databentoFixedPoint: BarFormat = {
  id: 'databento-fixed',
  name: 'Databento ohlcv (fixed-point prices)',
  priceDivisor: FIXED_POINT,
  isLikely: (sample) => PRICES.every((role) => mostRows(sample, (cells) => /^-?\d{7,}$/.test(cells[findRole(sample.header ?? [], role) ?? 0]))),
  read: (sample) => {
    const reading = readDatabento(sample);
    return reading && { ...reading, notes: ['Prices are whole numbers of 0.000000001, as Databento writes them unless told otherwise.'] };
  },
};

function readDatabento(sample: TableSample): Reading | null {
  const header = sample.header ?? [];
  const time = findName(header, 'ts event');
  const [open, high, low, close] = PRICES.map((role) => findRole(header, role));
  if (time === undefined || open === undefined || high === undefined || low === undefined || close === undefined) return null;
  const volume = findRole(header, 'volume');
  return { columns: { time, open, high, low, close, ...(volume === undefined ? {} : { volume }) }, ...timeframeOf(sample), notes: [] };
}

function timeframeOf(sample: TableSample): { readonly timeframeMs?: number } {
  const column = findName(sample.header ?? [], 'rtype');
  const timeframeMs = column === undefined ? undefined : TIMEFRAMES[sample.rows[0]?.[column] ?? ''];
  return timeframeMs === undefined ? {} : { timeframeMs };
}
