import { findName } from '../names/header-names.ts';
import { readByNames } from './columns-by-name.ts';
import type { BarFormat } from './bar-format.ts';

/** Yahoo Finance: daily bars, with or without an adjusted close. */
export const yahoo: BarFormat = {
  id: 'yahoo',
  name: 'Yahoo Finance',
  isLikely: (sample) => findName(sample.header ?? [], 'adj close') !== undefined || /yahoo/i.test(sample.name),
  read: (sample) => {
    const reading = readByNames(sample);
    if (reading === null || findName(sample.header ?? [], 'close') === undefined) return null;
    if (findName(sample.header ?? [], 'adj close') === undefined) return reading;
    return { ...reading, notes: ['Close is taken, as it belongs to the other three prices; Adj Close is left out.', ...reading.notes] };
  },
};
