import { clockMs } from './calendar.ts';
import { countDigits, readDigits } from './scan-digits.ts';
import type { Stamp } from './stamp.ts';

/**
 * Reads what follows a date from `at` on: nothing, or a separator and H:mm, with seconds, a fraction, AM or PM and an
 * offset where they are given. Adds the time of day to the stamp and sets its offset. False for anything else.
 */
export function readClockTail(text: string, at: number, stamp: Stamp): boolean {
  if (at === text.length) return true;
  const separator = text[at];
  if (separator !== ' ' && separator !== 'T') return false;
  const hourDigits = countDigits(text, at + 1, 2);
  const colon = at + 1 + hourDigits;
  if (hourDigits === 0 || text[colon] !== ':') return false;

  let end = colon + 3;
  let second = 0;
  let fraction = 0;
  if (text[end] === ':') {
    second = readDigits(text, end + 1, 2);
    end += 3;
    if (text[end] === '.' || text[end] === ',') {
      const digits = countDigits(text, end + 1, 12);
      // Bars open at whole milliseconds; finer digits only ever say zero.
      fraction = digits === 0 ? Number.NaN : Math.floor(Number(`0.${text.slice(end + 1, end + 1 + digits)}`) * 1000 + 1e-6);
      end += 1 + digits;
    }
  }
  const rest = end >= text.length ? '' : text.slice(end).trim();
  const half = rest === '' ? '' : (/^[ap]\.?m\.?/i.exec(rest)?.[0] ?? '');
  const hour = toFullHour(readDigits(text, at + 1, hourDigits), half);
  stamp.clockMs += clockMs(hour, readDigits(text, colon + 1, 2), second) + fraction;
  stamp.offsetMs = rest === '' ? Number.NaN : readOffset(rest.slice(half.length).trim());
  return !Number.isNaN(stamp.clockMs) && stamp.offsetMs !== Number.POSITIVE_INFINITY;
}

function toFullHour(hour: number, half: string): number {
  if (half === '') return hour;
  if (!(hour >= 1 && hour <= 12)) return Number.NaN;
  return (hour % 12) + (half[0].toLowerCase() === 'p' ? 12 : 0);
}

/** Milliseconds of Z, +hh:mm, +hhmm or +hh, also after GMT or UTC; NaN for none, infinity for what is no offset. */
function readOffset(text: string): number {
  if (text === '') return Number.NaN;
  const match = /^(?:Z|(?:GMT|UTC)?([+-])(\d{2})(?::?(\d{2}))?|GMT|UTC)$/i.exec(text);
  if (match === null) return Number.POSITIVE_INFINITY;
  const [, sign, hours, minutes = '0'] = match;
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
