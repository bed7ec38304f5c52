import { create } from 'zustand';
import type { ExperimentId } from '../../shared/domain/ids.ts';

export interface LiveExperiment {
  readonly experimentId: ExperimentId;
  readonly secondsLeft: number;
}

/** What only the event of an epoch tells of the experiment that is under way. */
export const useLiveExperiment = create<{ readonly live: LiveExperiment | null; set(live: LiveExperiment | null): void }>()((set) => ({
  live: null,
  set: (live) => set({ live }),
}));
