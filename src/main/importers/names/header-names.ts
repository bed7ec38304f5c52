import type { ColumnRole } from '../../../shared/contract/imports.ts';

/** Names that columns go by, without case, brackets and underscores. The first name that a file has wins. */
const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  time: [
    'time', 'timestamp', 'datetime', 'date time', 'date', 'ts event', 'open time', 'opentime', 'ts', 'ts ms', 'gmt time', 'utc time',
    'local time', 'time utc', 'unix', 'unix timestamp', 'unix time', 'epoch', 'window start', 'index', 'index level 0', 't',
  ],
  date: ['date', 'dtyyyymmdd', 'day'],
  timeOfDay: ['time'],
  open: ['open', 'o', 'open price', 'opening price', '1. open', 'first'],
  high: ['high', 'h', 'high price', 'max', '2. high'],
  low: ['low', 'l', 'low price', 'min', '3. low'],
  close: ['close', 'c', 'last', 'close price', 'closing price', 'close/last', 'price', '4. close', 'adj close'],
  volume: ['volume', 'vol', 'vol.', 'v', 'tickvol', 'tick volume', 'ticks', 'real volume', 'base volume', '5. volume'],
};

export const normaliseName = (name: string): string =>
  name.trim().toLowerCase().replace(/[<>()[\]]/g, ' ').replace(/_+/g, ' ').replace(/\s+/g, ' ').trim();

/** Index of the column that a role goes by; undefined: there is none. Volume also takes names such as 'Volume BTC'. */
export function findRole(header: readonly string[], role: ColumnRole): number | undefined {
  const names = header.map(normaliseName);
  for (const name of NAMES[role]) {
    const index = names.indexOf(name);
    if (index >= 0) return index;
  }
  const prefixed = role === 'volume' ? names.findIndex((name) => name.startsWith('volume ')) : -1;
  return prefixed >= 0 ? prefixed : undefined;
}

export const findName = (header: readonly string[], name: string): number | undefined => {
  const index = header.map(normaliseName).indexOf(name);
  return index >= 0 ? index : undefined;
};
