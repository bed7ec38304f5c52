import type { ZoneClock } from '../../../shared/calendar/zone-clock.ts';
import { formatTimeframe } from '../../../shared/domain/timeframe.ts';
import { levelFactor } from '../paging/choose-level.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** 09:30, or 09:30:15 for bars shorter than a minute. */
export function formatClock(local: Date, timeframeMs: number): string {
  const minutes = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
  return timeframeMs % MINUTE_MS === 0 ? minutes : `${minutes}:${two(local.getUTCSeconds())}`;
}

/** Thu 14 Mar 2024 09:30; the clock is left out for bars of whole days. */
export function formatBarTime(utc: number, clock: ZoneClock, timeframeMs: number): string {
  const local = clock.local(utc);
  const date = `${DAYS[local.getUTCDay()]} ${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
  return timeframeMs % DAY_MS === 0 ? date : `${date} ${formatClock(local, timeframeMs)}`;
}

export type TickKind = 'year' | 'month' | 'day' | 'time';

/** The label of a mark on the time axis: only what changed since the mark before it. */
export function formatTick(utc: number, kind: TickKind, clock: ZoneClock, timeframeMs: number): string {
  const local = clock.local(utc);
  if (kind === 'year') return String(local.getUTCFullYear());
  if (kind === 'month') return MONTHS[local.getUTCMonth()];
  if (kind === 'day') return `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]}`;
  return formatClock(local, timeframeMs);
}

/** Etc/GMT+5 -> UTC−5: the sign in the names of fixed offsets is the opposite of what people write. undefined: no such name. */
export function offsetName(timeZone: string): string | undefined {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(timeZone) ?? [];
  return sign === undefined ? undefined : `UTC${sign === '+' ? '−' : '+'}${hours}`;
}

/** America/New_York -> New York. */
export function zoneName(timeZone: string): string {
  const offset = offsetName(timeZone);
  if (offset !== undefined) return offset;
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** 1m, or 1m × 8 where one candle stands for eight bars. */
export function candleName(timeframeMs: number, level: number): string {
  const name = formatTimeframe(timeframeMs);
  return level === 0 ? name : `${name} × ${levelFactor(level)}`;
}
