import { dateMs } from './calendar.ts';
import { readDigits } from './scan-digits.ts';

/** Midnight of the first date (yyyyMMdd) in a file's name; NaN where there is none. */
export function dayOfName(name: string): number {
  const match = /(?<!\d)(\d{8})(?!\d)/.exec(name);
  return match === null ? Number.NaN : dateMs(readDigits(match[1], 0, 4), readDigits(match[1], 4, 2), readDigits(match[1], 6, 2));
}
