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

const NEW_YORK = 'America/New_York';

/** Hours and days are stamped as 20131007 00:00, and their file is named after the ticker alone. */
function readLeanDated(sample: TableSample, timeZone: string): Reading | null {
  const isDated = mostRows(sample, (cells) => /^\d{8} \d{2}:\d{2}$/.test(cells[0]));
  if (sample.header !== null || sample.columnCount !== 6 || !isDated) return null;
  return { columns: { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 5 }, timeFormat: 'yyyyMMdd HHmmss', timeZone, notes: [] };
}

/** Trades are made in cents, so that of four prices in ten-thousandths one at least ends with two zeros. */
const isInTenThousandths = (sample: TableSample): boolean =>
  mostRows(sample, (cells) => {
    const prices = cells.slice(1, 5);
    return prices.every((cell) => /^\d{4,}$/.test(cell)) && prices.some((cell) => cell.endsWith('00'));
  });

/** Equities keep prices in ten-thousandths and New York time. */
export const leanEquity: BarFormat = {
  id: 'lean-equity',
  name: 'QuantConnect LEAN (US equities)',
  priceDivisor: 10_000,
  isLikely: (sample) => MEMBER.exec(baseName(sample.name))?.[4] === undefined && isInTenThousandths(sample),
  read: (sample) => {
    const reading = readLean(sample, NEW_YORK) ?? readLeanDated(sample, NEW_YORK);
    return reading && { ...reading, notes: ['Prices are read as ten-thousandths of a dollar, stamps as New York time.'] };
  },
};
