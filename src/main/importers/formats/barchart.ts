import { findName } from '../names/header-names.ts';
import { readByNames } from './columns-by-name.ts';
import type { BarFormat } from './bar-format.ts';

/** Barchart: newest first, the close is called Last. */
export const barchart: BarFormat = {
  id: 'barchart',
  name: 'Barchart',
  isLikely: () => true,
  read: (sample) => {
    const header = sample.header ?? [];
    const reading = readByNames(sample);
    if (reading === null || findName(header, 'last') === undefined || findName(header, 'close') !== undefined) return null;
    return { ...reading, notes: ['Last is taken as the close.', ...reading.notes] };
  },
};
