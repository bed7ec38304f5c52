const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** '2011-03-09 14:30' of an opening time in a zone; the clock is left out for daily and longer bars, seconds shown for shorter than a minute. */
export function formatBarTime(timeMs: number, timeZone: string, timeframeMs: number): string {
  const { year, month, day, hour, minute, second } = partsIn(timeMs, timeZone);
  const date = `${year}-${month}-${day}`;
  if (timeframeMs >= DAY_MS) return date;
  const clock = `${date} ${hour}:${minute}`;
  return timeframeMs % 60_000 === 0 ? clock : `${clock}:${second}`;
}

/** '14:30', or the date for daily bars: for lists whose day is clear. */
export function formatBarClock(timeMs: number, timeZone: string, timeframeMs: number): string {
  const full = formatBarTime(timeMs, timeZone, timeframeMs);
  return timeframeMs >= DAY_MS ? full : full.slice(11);
}

/** '9 Mar 14:30', or '9 Mar 2011' for daily bars: for narrow lists that span days. */
export function formatShortTime(timeMs: number, timeZone: string, timeframeMs: number): string {
  const day = formatDay(timeMs, timeZone);
  return timeframeMs >= DAY_MS ? day : `${day.slice(0, -5)} ${formatBarClock(timeMs, timeZone, timeframeMs)}`;
}

/** '9 Mar 2011': for headings. */
export function formatDay(timeMs: number, timeZone: string): string {
  const { year, month, day } = partsIn(timeMs, timeZone);
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The zone if this machine knows it, in the form that Intl takes; 'UTC-05:00' is written '-05:00' there. */
export function knownTimeZone(timeZone: string): string | undefined {
  const name = timeZone.replace(/^UTC(?=[+-])/, '');
  try {
    Intl.DateTimeFormat('en-GB', { timeZone: name });
    return name;
  } catch {
    return undefined;
  }
}

function partsIn(timeMs: number, timeZone: string): Record<string, string> {
  const parts = formatterFor(timeZone).formatToParts(timeMs);
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}

// Making a formatter costs far more than using it.
function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: knownTimeZone(timeZone) ?? 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, made);
  return made;
}
