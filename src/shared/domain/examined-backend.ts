import type { TrainConfig } from './train-config.ts';

export type BackendName = Exclude<TrainConfig['backend'], 'auto'>;

/** What was found out about a back end on this machine. */
export type ExaminedBackend =
  /** `how`: it was started, in words, where there is something to say. */
  | { readonly name: BackendName; readonly usable: true; readonly secondsPerStep: number; readonly how?: string | undefined }
  /** `reason`: in words. */
  | { readonly name: BackendName; readonly usable: false; readonly reason: string };

export type UsableBackend = Extract<ExaminedBackend, { usable: true }>;

/** Those that can be used, the fastest first; of equal ones the earlier. */
export const fromFastest = (examined: readonly ExaminedBackend[]): readonly UsableBackend[] =>
  examined.filter((each): each is UsableBackend => each.usable).toSorted((a, b) => a.secondsPerStep - b.secondsPerStep);

/** In words: those that cannot be used. */
export const failuresOf = (examined: readonly ExaminedBackend[]): readonly string[] =>
  examined.flatMap((each) => (each.usable ? [] : [`${each.name}: ${each.reason}`]));
