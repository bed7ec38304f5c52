import { IANAZone } from 'luxon';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { DAY_MS } from './calendar.ts';

/**
 * Wall-clock times of a zone. Times are milliseconds that read like UTC but mean the zone's clock.
 * Where a clock is set forward some times do not exist; where it is set back some happen twice.
 */
export interface Zone {
  /** UTC of a wall-clock time, the earlier one where it happens twice; NaN where it does not exist. */
  toUtc(clockMs: number): number;
  /** The later UTC of a time that happens twice; NaN for all others. */
  laterUtc(clockMs: number): number;
}

/** Takes an IANA name or an offset such as 'UTC', 'UTC-05:00' or '+02:00'. Throws 'invalid-input' for anything else. */
export function makeZone(name: string): Zone {
  const offset = fixedOffset(name);
  if (offset !== undefined) return { toUtc: (clockMs) => clockMs - offset, laterUtc: () => Number.NaN };
  if (!IANAZone.isValidZone(name)) {
    throw new ExpanseError('invalid-input', `"${name}" is no time zone.`, 'Give an IANA name such as America/New_York, or an offset such as UTC-05:00.');
  }
  return changingZone(IANAZone.create(name));
}

/** Milliseconds ahead of UTC of a name that is a fixed offset. */
export function fixedOffset(name: string): number | undefined {
  const match = /^(?:UTC|GMT|Z)?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/i.exec(name.trim());
  if (match === null || name.trim() === '') return undefined;
  const [, sign, hours = '0', minutes = '0'] = match;
  if (Number(hours) > 18 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function changingZone(zone: IANAZone): Zone {
  const offsetAt = (utcMs: number): number => zone.offset(utcMs) * 60_000;
  const known = new Map<number, number>();
  const offsetOfDay = (day: number): number => {
    const offset = known.get(day) ?? offsetAt(day * DAY_MS);
    known.set(day, offset);
    return offset;
  };

  // Offsets of the UTC midnights around a wall-clock time: equal on nearly all days, and then nothing changed between.
  const candidates = (clockMs: number): readonly number[] => {
    const day = Math.floor(clockMs / DAY_MS);
    const before = offsetOfDay(day - 1);
    const after = offsetOfDay(day + 2);
    if (before === after && offsetOfDay(day) === before && offsetOfDay(day + 1) === before) return [clockMs - before];
    const offsets = new Set([before, offsetOfDay(day), offsetOfDay(day + 1), after]);
    return [...offsets].map((offset) => clockMs - offset).filter((utc) => offsetAt(utc) === clockMs - utc).sort((a, b) => a - b);
  };
  return {
    toUtc: (clockMs) => candidates(clockMs)[0] ?? Number.NaN,
    laterUtc: (clockMs) => candidates(clockMs)[1] ?? Number.NaN,
  };
}
