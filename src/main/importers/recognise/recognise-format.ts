import { badFile } from '../bad-file.ts';
import { FORMATS, findFormat } from '../formats/all-formats.ts';
import type { BarFormat, Reading, TableSample } from '../formats/bar-format.ts';
import { csv, json, parquet } from '../formats/plain-columns.ts';

export interface Recognised {
  readonly format: BarFormat;
  readonly reading: Reading;
}

/**
 * The first format that reads the rows and most likely wrote them, or the one that a person named. Where nothing tells
 * the columns of a text, they are left to be chosen. Throws 'bad-file' for a format that does not exist.
 */
export function recogniseFormat(sample: TableSample, named: string | undefined): Recognised {
  const detected = detect(sample);
  if (named === undefined) return detected ?? { format: plainFormat(sample), reading: UNKNOWN };
  const format = findFormat(named);
  if (format === undefined) throw badFile(sample.name, `there is no format "${named}".`, knownFormats());
  return { format, reading: format.read(sample) ?? detected?.reading ?? UNKNOWN };
}

const UNKNOWN: Reading = { columns: {}, notes: ['The columns could not be told: choose those of time, open, high, low and close.'] };
const plainFormat = ({ kind }: TableSample): BarFormat => ({ delimited: csv, json, parquet })[kind];

function detect(sample: TableSample): Recognised | null {
  for (const format of FORMATS) {
    const reading = format.read(sample);
    if (reading !== null && format.isLikely(sample)) return { format, reading };
  }
  return null;
}

const knownFormats = (): string => `Use one of ${FORMATS.map((format) => format.id).join(', ')}.`;
