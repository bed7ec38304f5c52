const WEEK_MS = 7 * 24 * 3_600_000;

interface Week {
  readonly offset: number;
  /** From this moment on the zone has another offset. */
  readonly change: { readonly at: number; readonly offset: number } | null;
}

/** A zone that this platform does not know is shown as UTC, which the legend then names. */
export function clockOf(timeZone: string): ZoneClock {
  try {
    return new ZoneClock(timeZone);
  } catch (error) {
    if (error instanceof RangeError) return new ZoneClock('UTC');
    throw error;
  }
}

/**
 * Offsets of an IANA zone, fast enough to ask for every bar: `Intl` is asked once a week, and a week whose ends differ
 * is searched for the moment of the change.
 */
export class ZoneClock {
  readonly timeZone: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #weeks = new Map<number, Week>();

  /** Throws a RangeError when the platform does not know the zone. */
  constructor(timeZone: string) {
    this.timeZone = timeZone;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Milliseconds to add to UTC for the time on the wall. */
  offsetAt(utc: number): number {
    const week = this.#week(Math.floor(utc / WEEK_MS));
    return week.change !== null && utc >= week.change.at ? week.change.offset : week.offset;
  }

  /** The time on the wall, as a date whose UTC fields are the local ones. */
  local(utc: number): Date {
    return new Date(utc + this.offsetAt(utc));
  }

  #week(number: number): Week {
    const known = this.#weeks.get(number);
    if (known !== undefined) return known;
    const week = this.#measureWeek(number * WEEK_MS);
    this.#weeks.set(number, week);
    return week;
  }

  #measureWeek(start: number): Week {
    const offset = this.#measure(start);
    const last = this.#measure(start + WEEK_MS - 1000);
    if (last === offset) return { offset, change: null };
    let before = start;
    let after = start + WEEK_MS - 1000;
    while (after - before > 1000) {
      const middle = before + Math.floor((after - before) / 2000) * 1000;
      if (this.#measure(middle) === offset) before = middle;
      else after = middle;
    }
    return { offset, change: { at: after, offset: last } };
  }

  #measure(utc: number): number {
    const parts = Object.fromEntries(this.#format.formatToParts(utc).map((part) => [part.type, part.value]));
    const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
    const wall = Date.UTC(year, Number(parts.month) - 1, Number(parts.day), Number(parts.hour), Number(parts.minute), Number(parts.second));
    return wall - Math.floor(utc / 1000) * 1000;
  }
}
