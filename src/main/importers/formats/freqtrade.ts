import type { BarFormat } from './bar-format.ts';
import { isUnixColumn } from './sample-checks.ts';

/** freqtrade's JSON: a list of [ms, open, high, low, close, volume]; its file names are BASE_QUOTE-timeframe. */
export const freqtrade: BarFormat = {
  id: 'freqtrade',
  name: 'freqtrade (JSON arrays)',
  isLikely: () => true,
  read: (sample) => {
    if (sample.kind !== 'json' || sample.header !== null || sample.columnCount !== 6 || !isUnixColumn(sample, 0)) return null;
    const pair = /^([A-Za-z0-9]+)_([A-Za-z0-9]+)[-_]\d+[smhdw](?![A-Za-z0-9])/.exec(sample.name);
    return {
      columns: { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 5 },
      ...(pair === null ? {} : { symbol: `${pair[1]}/${pair[2]}`.toUpperCase() }),
      notes: [],
    };
  },
};
