import type { RunId } from '../domain/ids.ts';

/**
 * In which order windows are gone through. `time`: series by series. `random`: the same for the same seed, whatever is filtered or
 * made later. `uncertain`: where the run is least sure first. `disagreeing`: where the run and the labels of now lie furthest
 * apart first.
 */
export type QueueOrder =
  | { readonly kind: 'time' }
  | { readonly kind: 'random'; readonly seed: number }
  | { readonly kind: 'uncertain' | 'disagreeing'; readonly runId: RunId };

export const IN_TIME: QueueOrder = { kind: 'time' };
