import { clockMs, dateMs } from './calendar.ts';
import { readClockTail } from './clock-tail.ts';
import { countDigits, readDigits } from './scan-digits.ts';
import type { Stamp } from './stamp.ts';

/** 2011-03-01, 2011.03.01 or 2011/03/01, then the time of day. */
export function readYearFirst(text: string, separators: string, stamp: Stamp): boolean {
  const separator = text[4];
  if (separator === undefined || !separators.includes(separator)) return false;
  const monthDigits = countDigits(text, 5, 2);
  const dayStart = 6 + monthDigits;
  if (text[dayStart - 1] !== separator) return false;
  const dayDigits = countDigits(text, dayStart, 2);
  stamp.clockMs = dateMs(readDigits(text, 0, 4), readDigits(text, 5, monthDigits), readDigits(text, dayStart, dayDigits));
  stamp.offsetMs = Number.NaN;
  return !Number.isNaN(stamp.clockMs) && readClockTail(text, dayStart + dayDigits, stamp);
}

/** 3/1/2011, 1.3.2011 or 03/01/11, then the time of day. */
export function readYearLast(text: string, order: 'month-first' | 'day-first', stamp: Stamp): boolean {
  const firstDigits = countDigits(text, 0, 2);
  const separator = text[firstDigits];
  const secondStart = firstDigits + 1;
  const secondDigits = countDigits(text, secondStart, 2);
  const yearStart = secondStart + secondDigits + 1;
  if (firstDigits === 0 || secondDigits === 0 || !'/.-'.includes(separator) || text[yearStart - 1] !== separator) return false;
  const yearDigits = countDigits(text, yearStart, 4);
  const first = readDigits(text, 0, firstDigits);
  const second = readDigits(text, secondStart, secondDigits);
  const [month, day] = order === 'month-first' ? [first, second] : [second, first];
  stamp.clockMs = dateMs(toFullYear(readDigits(text, yearStart, yearDigits), yearDigits), month, day);
  stamp.offsetMs = Number.NaN;
  return !Number.isNaN(stamp.clockMs) && readClockTail(text, yearStart + yearDigits, stamp);
}

/** Two digits mean 1970 to 2069. */
function toFullYear(year: number, digits: number): number {
  if (digits === 4) return year;
  return digits === 2 ? year + (year < 70 ? 2000 : 1900) : Number.NaN;
}

/** 20110301, 20110301 0930, 20110301 093000 or 20110301 09:30, with a space, a T or nothing between. */
export function readCompact(text: string, stamp: Stamp): boolean {
  const dateDigits = countDigits(text, 0, 15);
  if (dateDigits < 8) return false;
  stamp.clockMs = dateMs(readDigits(text, 0, 4), readDigits(text, 4, 2), readDigits(text, 6, 2));
  stamp.offsetMs = Number.NaN;
  if (Number.isNaN(stamp.clockMs)) return false;
  if (text.includes(':')) return readClockTail(text, 8, stamp);
  const start = text[8] === ' ' || text[8] === 'T' ? 9 : 8;
  const digits = countDigits(text, start, 7);
  if (start + digits !== text.length || (digits !== 0 && digits !== 4 && digits !== 6)) return start === text.length;
  if (digits > 0) {
    const second = digits === 6 ? readDigits(text, start + 4, 2) : 0;
    stamp.clockMs += clockMs(readDigits(text, start, 2), readDigits(text, start + 2, 2), second);
  }
  return !Number.isNaN(stamp.clockMs);
}
