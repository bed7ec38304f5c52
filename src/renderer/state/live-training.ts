import { create } from 'zustand';
import type { RunId } from '../../shared/domain/ids.ts';

export interface LiveTraining {
  readonly runId: RunId;
  readonly epochsDone: number;
  readonly epochs: number;
  readonly secondsLeft: number;
}

/** What only the event of an epoch tells; the records themselves are in the query of the run. */
export const useLiveTraining = create<{ readonly live: LiveTraining | null; set(live: LiveTraining | null): void }>()((set) => ({
  live: null,
  set: (live) => set({ live }),
}));
