import type { ImportOptions } from '../../../shared/contract/imports.ts';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { dayOfName } from '../time/day-of-name.ts';
import { makeStamp } from '../time/stamp.ts';
import { TIME_FORMATS } from '../time/time-formats.ts';
import { makeZone } from '../time/zone.ts';

export type StampReading = Pick<ImportOptions, 'columns' | 'timeFormat' | 'timeZone'>;

/** Reads the stamps of rows to UTC milliseconds. */
export interface StampReader {
  /** NaN where the stamp is unreadable or does not exist on the zone's clock; `fault` then says which. */
  read(cells: readonly string[]): number;
  fault(cells: readonly string[]): string;
  /** The second reading of a stamp that happens twice because clocks were set back; NaN for all others. */
  readLater(): number;
}

export function stampText(cells: readonly string[], columns: ImportOptions['columns']): string {
  const { time, date, timeOfDay } = columns;
  if (time !== undefined) return singleSpaced((cells[time] ?? '').trim());
  if (date === undefined) return '';
  return `${(cells[date] ?? '').trim()} ${timeOfDay === undefined ? '' : (cells[timeOfDay] ?? '').trim()}`.trim();
}

/** Interactive Brokers writes two spaces between date and time. */
const singleSpaced = (text: string): string => (text.includes('  ') ? text.replace(/ +/g, ' ') : text);

/** `name`: of the file or member, whose date completes stamps without one. Throws 'invalid-input' for an unknown time format or zone. */
export function makeStampReader({ columns, timeFormat, timeZone }: StampReading, name: string): StampReader {
  const format = TIME_FORMATS.find((each) => each.id === timeFormat);
  if (format === undefined) {
    const known = TIME_FORMATS.map((each) => each.id).join(', ');
    throw new ExpanseError('invalid-input', `"${timeFormat}" is no time format.`, `Use one of ${known}.`);
  }
  const zone = makeZone(timeZone);
  const dayMs = dayOfName(name);
  const stamp = makeStamp();
  const parse = (cells: readonly string[]): boolean => format.read(stampText(cells, columns), stamp, dayMs);
  return {
    read: (cells) => {
      if (!parse(cells)) return Number.NaN;
      return Number.isNaN(stamp.offsetMs) ? zone.toUtc(stamp.clockMs) : stamp.clockMs - stamp.offsetMs;
    },
    fault: (cells) => {
      const text = stampText(cells, columns);
      if (text === '') return 'the time is empty';
      return parse(cells)
        ? `${text} does not exist in ${timeZone}: the clocks were set forward`
        : `"${text.slice(0, 60)}" is no time in the format ${timeFormat}`;
    },
    readLater: () => (Number.isNaN(stamp.offsetMs) ? zone.laterUtc(stamp.clockMs) : Number.NaN),
  };
}
