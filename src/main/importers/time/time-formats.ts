import { DAY_MS } from './calendar.ts';
import { readCompact, readYearFirst, readYearLast } from './date-formats.ts';
import type { Stamp } from './stamp.ts';

/** A way to write the time of a bar. `read` fills the stamp and returns whether the text is written so. */
export interface TimeFormat {
  readonly id: string;
  readonly example: string;
  /** `dayMs`: midnight of the date that the file's name gives, for stamps that are only a time of day. */
  read(text: string, stamp: Stamp, dayMs: number): boolean;
}

/** In the order in which they are tried. */
export const TIME_FORMATS: readonly TimeFormat[] = [
  { id: 'iso', example: '2011-03-01 09:30:00', read: (text, stamp) => readYearFirst(text, '-', stamp) },
  { id: 'yyyy.MM.dd HH:mm:ss', example: '2011.03.01 09:30:00', read: (text, stamp) => readYearFirst(text, './', stamp) },
  { id: 'yyyyMMdd HHmmss', example: '20110301 093000', read: (text, stamp) => readCompact(text, stamp) },
  { id: 'M/d/yyyy H:mm', example: '3/1/2011 9:30', read: (text, stamp) => readYearLast(text, 'month-first', stamp) },
  { id: 'd/M/yyyy H:mm', example: '1/3/2011 9:30', read: (text, stamp) => readYearLast(text, 'day-first', stamp) },
  { id: 'unix-s', example: '1298971800', read: (text, stamp) => readUnix(text, 1000, stamp) },
  { id: 'unix-ms', example: '1298971800000', read: (text, stamp) => readUnix(text, 1, stamp) },
  { id: 'unix-us', example: '1298971800000000', read: (text, stamp) => readUnix(text, 1e-3, stamp) },
  { id: 'unix-ns', example: '1298971800000000000', read: (text, stamp) => readUnix(text, 1e-6, stamp) },
  { id: 'ms-of-day', example: '34200000', read: readMsOfDay },
];

/** Stamps between 1973 and 2603 tell seconds, milliseconds, microseconds and nanoseconds apart by their size alone. */
const EARLIEST_MS = 1e11;
const LATEST_MS = 2e13;

function readUnix(text: string, toMs: number, stamp: Stamp): boolean {
  if (!/^\d+(?:\.\d+)?$/.test(text)) return false;
  // Digits finer than a millisecond are cut before they can be lost to a double.
  stamp.clockMs = Math.floor(toMs < 1 ? Number(text.replace(/\..*/, '').slice(0, toMs === 1e-3 ? -3 : -6)) : Number(text) * toMs);
  stamp.offsetMs = 0;
  return stamp.clockMs >= EARLIEST_MS && stamp.clockMs <= LATEST_MS;
}

function readMsOfDay(text: string, stamp: Stamp, dayMs: number): boolean {
  if (!/^\d+$/.test(text)) return false;
  const ms = Number(text);
  stamp.clockMs = dayMs + ms;
  stamp.offsetMs = Number.NaN;
  return ms < DAY_MS && !Number.isNaN(dayMs);
}
