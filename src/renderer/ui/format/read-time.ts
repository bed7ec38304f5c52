import { timeMs, type TimeMs } from '../../../shared/domain/time.ts';
import { formatBarTime } from './time.ts';

const PATTERN = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2}))?\s*$/;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** '2024-01-02' or '2024-01-02 10:30' by the clock of a zone; null: it is no time. What a clock skips is read as if it had not; of what it shows twice the first. */
export function readTime(text: string, timeZone: string): TimeMs | null {
  const found = PATTERN.exec(text);
  if (found === null) return null;
  const [year, month, day, hour = 0, minute = 0] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part))) as [number, number, number, number?, number?];
  const clock = Date.UTC(year, month - 1, day, hour, minute);
  if (new Date(clock).getUTCDate() !== day || month > 12 || hour > 23 || minute > 59) return null;
  // The clock may have another offset the day before or after.
  const offsets = [clock - DAY_MS, clock + DAY_MS].map((near) => offsetAt(near, timeZone)).toSorted((a, b) => b - a);
  const shown = offsets.map((offset) => clock - offset).find((time) => time + offsetAt(time, timeZone) === clock);
  return timeMs(shown ?? clock - offsets[1]);
}

/** In milliseconds, east of Greenwich positive. */
function offsetAt(time: number, timeZone: string): number {
  const [date, clock] = formatBarTime(time, timeZone, MINUTE_MS).split(' ');
  return Date.parse(`${date}T${clock}Z`) - Math.floor(time / MINUTE_MS) * MINUTE_MS;
}
