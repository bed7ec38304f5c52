import type { TimeMs } from '../../../domain/time.ts';

/** Where a comparison comes from, and how it can be made again. */
export interface Origin {
  /** Of Expanse. */
  readonly version: string;
  readonly writtenAt: TimeMs;
  /** That make it again in an empty project. */
  readonly commands: readonly string[];
}
