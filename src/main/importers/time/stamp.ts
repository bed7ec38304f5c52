/** A parsed stamp, filled in place because there are millions of them. */
export interface Stamp {
  /** Milliseconds since 1970-01-01T00:00 on the clock that the stamp was read from. */
  clockMs: number;
  /** The stamp's own offset from UTC in milliseconds; NaN where it carries none. */
  offsetMs: number;
}

export const makeStamp = (): Stamp => ({ clockMs: Number.NaN, offsetMs: Number.NaN });
