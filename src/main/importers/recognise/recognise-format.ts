import { badFile } from '../bad-file.ts';
import { FORMATS, findFormat } from '../formats/all-formats.ts';
import type { BarFormat, Reading, TableSample } from '../formats/bar-format.ts';

export interface Recognised {
  readonly format: BarFormat;
  readonly reading: Reading;
}

/**
 * The first format that reads the rows and most likely wrote them, or the one that a person named. A named format that
 * cannot read them leaves the columns to their names and places. Throws 'bad-file' where no time and prices are found.
 */
export function recogniseFormat(sample: TableSample, named: string | undefined): Recognised {
  const chosen = named === undefined ? undefined : findFormat(named);
  if (named !== undefined && chosen === undefined) throw badFile(sample.name, `there is no format "${named}".`, knownFormats());
  const detected = detect(sample);
  if (chosen !== undefined) {
    const reading = chosen.read(sample) ?? detected?.reading;
    return { format: chosen, reading: reading ?? { columns: {}, notes: [] } };
  }
  if (detected !== null) return detected;
  throw badFile(sample.name, `no columns of time, open, high, low and close were found${describeColumns(sample)}.`);
}

function detect(sample: TableSample): Recognised | null {
  for (const format of FORMATS) {
    const reading = format.read(sample);
    if (reading !== null && format.isLikely(sample)) return { format, reading };
  }
  return null;
}

const knownFormats = (): string => `Use one of ${FORMATS.map((format) => format.id).join(', ')}.`;

function describeColumns(sample: TableSample): string {
  const names = sample.header ?? sample.rows[0];
  return names === undefined ? '' : ` among ${names.slice(0, 12).join(', ').slice(0, 200)}`;
}
