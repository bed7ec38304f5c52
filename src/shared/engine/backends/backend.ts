import type { BackendName } from '../../domain/examined-backend.ts';

export type { BackendName, ExaminedBackend } from '../../domain/examined-backend.ts';

/** A back end that may be usable in this process. */
export interface BackendCandidate {
  readonly name: BackendName;
  /** Makes it the active one of tfjs. Throws, in words, where it cannot be used. A string: how it was started, in words for a person. */
  start(threads: number): Promise<string | void>;
}

/** What tells right from wrong and fast from slow; both look at the active back end of tfjs. */
export interface BackendProbe {
  /** Throws, in words, where it computes wrongly. */
  selfTest(): Promise<void>;
  /** Seconds of a step of training of the usual size. */
  timeStep(): Promise<number>;
}

export interface ActiveBackend {
  readonly name: BackendName;
  /** In words for a person: first why it is this one, then which ones could not be used, and why. */
  readonly notes: readonly string[];
}
