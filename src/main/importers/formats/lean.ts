import { dayOfName } from '../time/day-of-name.ts';
import { namedTimeframe } from '../names/timeframe-of-name.ts';
import type { BarFormat, Reading, TableSample } from './bar-format.ts';
import { mostRows } from './sample-checks.ts';

const MEMBER = /^(\d{8})_(.+?)_(second|minute)_trade(?:_(\w+))?\.csv$/i;

/** QuantConnect LEAN: milliseconds since midnight of the date in the member's name, open, high, low, close, volume. */
function readLean(sample: TableSample, timeZone: string): Reading | null {
  const isTimeOfDay = mostRows(sample, (cells) => /^\d{1,8}$/.test(cells[0]) && Number(cells[0]) < 86_400_000);
  if (sample.header !== null || sample.columnCount !== 6 || !isTimeOfDay || Number.isNaN(dayOfName(sample.name))) return null;
  const [, , ticker = '', resolution = '', contract = ''] = MEMBER.exec(baseName(sample.name)) ?? [];
  const timeframeMs = namedTimeframe(resolution);
  return {
    columns: { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 5 },
    timeFormat: 'ms-of-day',
    timeZone,
    ...(ticker === '' ? {} : { symbol: `${ticker}${contract}`.toUpperCase() }),
    ...(timeframeMs === undefined ? {} : { timeframeMs }),
    notes: [],
  };
}

const baseName = (name: string): string => name.replace(/^.*\//, '');

export const lean: BarFormat = {
  id: 'lean',
  name: 'QuantConnect LEAN (futures, forex, crypto)',
  isLikely: (sample) => !leanEquity.isLikely(sample),
  read: (sample) => readLean(sample, 'UTC'),
};

/** Equities keep prices in ten-thousandths and New York time. */
export const leanEquity: BarFormat = {
  id: 'lean-equity',
  name: 'QuantConnect LEAN (US equities)',
  priceScale: 1e-4,
  isLikely: (sample) =>
    MEMBER.exec(baseName(sample.name))?.[4] === undefined &&
    mostRows(sample, (cells) => cells.slice(1, 5).every((cell) => /^\d{4,}$/.test(cell))),
  read: (sample) => {
    const reading = readLean(sample, 'America/New_York');
    return reading && { ...reading, notes: ['Prices are read as ten-thousandths of a dollar, stamps as New York time.'] };
  },
};
