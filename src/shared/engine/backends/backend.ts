import type { TrainConfig } from '../../domain/train-config.ts';

export type BackendName = Exclude<TrainConfig['backend'], 'auto'>;

/** A back end that may be usable in this process. */
export interface BackendCandidate {
  readonly name: BackendName;
  /** Makes it the active one of tfjs. Throws, in words, where it cannot be used. */
  start(threads: number): Promise<void>;
}

export interface ActiveBackend {
  readonly name: BackendName;
  /** In words: which ones before it could not be used, and why. */
  readonly notes: readonly string[];
}
