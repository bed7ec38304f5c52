import { fixedOffset } from '../../importers/time/zone.ts';

const HOUR = 3_600_000;

/**
 * The IANA zone in which a series is shown, from the zone of the file's stamps. A fixed offset of whole hours has the
 * name Etc/GMT+5 for UTC-5, with the sign turned; others are shown in UTC.
 */
export function displayZone(timeZone: string): string {
  const offset = fixedOffset(timeZone);
  if (offset === undefined) return timeZone;
  const hours = -offset / HOUR;
  if (hours === 0 || !Number.isInteger(hours) || hours < -14 || hours > 12) return 'UTC';
  return `Etc/GMT${hours > 0 ? '+' : ''}${hours}`;
}
