import { findName } from '../names/header-names.ts';
import { readByNames } from './columns-by-name.ts';
import type { BarFormat } from './bar-format.ts';
import { isUnixColumn } from './sample-checks.ts';

/** TradingView's chart export: time,open,high,low,close, then volume and whatever indicators the chart had. */
export const tradingview: BarFormat = {
  id: 'tradingview',
  name: 'TradingView export',
  isLikely: (sample) => isUnixColumn(sample, 0) || sample.rows.every((cells) => cells[0].includes('T')),
  read: (sample) => {
    const header = sample.header ?? [];
    const leads = ['time', 'open', 'high', 'low', 'close'].every((name, index) => findName(header, name) === index);
    return sample.kind === 'delimited' && leads ? readByNames(sample) : null;
  },
};
