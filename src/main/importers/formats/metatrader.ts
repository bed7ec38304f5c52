import { findName, findRole } from '../names/header-names.ts';
import type { BarFormat, Reading, TableSample } from './bar-format.ts';
import { isAllZero, mostRows } from './sample-checks.ts';

const SERVER_TIME = 'MetaTrader stamps are in the time of the broker’s server; UTC is assumed until you say otherwise.';

/** MetaTrader 5's <DATE> <TIME> … and MetaTrader 4's columns without a header. */
export const metatrader: BarFormat = {
  id: 'metatrader',
  name: 'MetaTrader',
  isLikely: (sample) => sample.header === null || sample.header.some((name) => name.startsWith('<')),
  read: (sample) => (sample.header === null ? readHeadless(sample) : readHeaded(sample, sample.header)),
};

function readHeaded(sample: TableSample, header: readonly string[]): Reading | null {
  const [date, timeOfDay] = [findName(header, 'date'), findName(header, 'time')];
  const [open, high, low, close] = (['open', 'high', 'low', 'close'] as const).map((role) => findRole(header, role));
  if (date === undefined || open === undefined || high === undefined || low === undefined || close === undefined) return null;
  const traded = findName(header, 'vol');
  const volume = traded !== undefined && !isAllZero(sample, traded) ? traded : findName(header, 'tickvol');
  return {
    columns: {
      ...(timeOfDay === undefined ? { time: date } : { date, timeOfDay }),
      open,
      high,
      low,
      close,
      ...(volume === undefined ? {} : { volume }),
    },
    timeZone: 'UTC',
    notes: [SERVER_TIME, ...(volume !== undefined && volume !== traded ? ['No traded volume: the number of ticks is taken.'] : [])],
  };
}

function readHeadless(sample: TableSample): Reading | null {
  const isDated = mostRows(sample, (cells) => /^\d{4}\.\d{2}\.\d{2}$/.test(cells[0]) && /^\d{2}:\d{2}/.test(cells[1] ?? ''));
  if (!isDated || sample.columnCount < 6) return null;
  const volume = sample.columnCount > 6 ? { volume: 6 } : {};
  return { columns: { date: 0, timeOfDay: 1, open: 2, high: 3, low: 4, close: 5, ...volume }, timeZone: 'UTC', notes: [SERVER_TIME] };
}
