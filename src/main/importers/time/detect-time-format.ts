import { makeStamp } from './stamp.ts';
import { TIME_FORMATS, type TimeFormat } from './time-formats.ts';

/** Of the formats that read most of the stamps, the one that reads the most; null: none reads half of them. */
export function detectTimeFormat(stamps: readonly string[], dayMs: number): TimeFormat | null {
  const stamp = makeStamp();
  let best: TimeFormat | null = null;
  let most = stamps.length / 2;
  for (const format of TIME_FORMATS) {
    const readable = stamps.filter((text) => format.read(text.trim(), stamp, dayMs)).length;
    if (readable > most) [best, most] = [format, readable];
  }
  return best === monthFirst && readsAsDayFirst(stamps, dayMs) ? dayFirst : best;
}

const formatOf = (id: string): TimeFormat => TIME_FORMATS.find((format) => format.id === id) as TimeFormat;
const monthFirst = formatOf('M/d/yyyy H:mm');
const dayFirst = formatOf('d/M/yyyy H:mm');

/**
 * Dates such as 1.3.2011 that fit both orders. Read the wrong way, neighbouring days lie a month apart: the order in which
 * they cover less time is right. On one day alone points are the habit where the day comes first, slashes where the month does.
 */
function readsAsDayFirst(stamps: readonly string[], dayMs: number): boolean {
  const stamp = makeStamp();
  const dates = stamps.filter((text) => monthFirst.read(text.trim(), stamp, dayMs));
  const [asDayFirst, asMonthFirst] = [dayFirst, monthFirst].map((format) => coveredMs(dates, format, dayMs));
  if (asDayFirst !== asMonthFirst) return asDayFirst < asMonthFirst;
  return dates.every((text) => text.includes('.') && !text.includes('/'));
}

/** From the first to the last of the times; infinite where one of them cannot be read. */
function coveredMs(stamps: readonly string[], format: TimeFormat, dayMs: number): number {
  const stamp = makeStamp();
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const text of stamps) {
    if (!format.read(text.trim(), stamp, dayMs)) return Number.POSITIVE_INFINITY;
    first = Math.min(first, stamp.clockMs);
    last = Math.max(last, stamp.clockMs);
  }
  return last - first;
}

/** Whether the stamps carry their own offset from UTC. */
export function carriesOffset(stamps: readonly string[], format: TimeFormat, dayMs: number): boolean {
  const stamp = makeStamp();
  return stamps.some((text) => format.read(text.trim(), stamp, dayMs) && !Number.isNaN(stamp.offsetMs));
}

/** Whether month and day could be exchanged in every one of these dates. */
export function hasAmbiguousDates(stamps: readonly string[], format: TimeFormat): boolean {
  if (format.id !== 'M/d/yyyy H:mm' && format.id !== 'd/M/yyyy H:mm') return false;
  return stamps.every((text) => {
    const [first, second] = text.trim().split(/[/.-]/, 2);
    return Number(first) <= 12 && Number(second) <= 12;
  });
}
