import type { TimeMs } from '../../../domain/time.ts';

/** Where a comparison comes from, and how it can be made again. */
export interface Origin {
  /** Of Expanse. */
  readonly version: string;
  readonly writtenAt: TimeMs;
}
