import type { BarFormat, TableSample } from './bar-format.ts';
import { readByNames } from './columns-by-name.ts';
import { readByPlace } from './columns-by-place.ts';

const plain = (id: string, name: string, kind: TableSample['kind']): BarFormat => ({
  id,
  name,
  isLikely: () => true,
  read: (sample) => (sample.kind === kind ? (readByNames(sample) ?? readByPlace(sample)) : null),
});

/** Tables without any habits of their own: names or places of the columns say it all. */
export const csv = plain('csv', 'Delimited text', 'delimited');
export const json = plain('json', 'JSON records', 'json');
export const parquet = plain('parquet', 'Parquet', 'parquet');
