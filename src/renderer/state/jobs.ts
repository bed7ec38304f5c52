import { create } from 'zustand';
import type { JobProgress } from '../../shared/contract/events.ts';
import type { JobId } from '../../shared/domain/ids.ts';

interface JobsState {
  readonly progress: Readonly<Record<string, JobProgress>>;
  report(progress: JobProgress): void;
  forget(jobId: JobId): void;
}

/** How far long work has come, by its id, from when it starts to when it is forgotten. */
export const useJobs = create<JobsState>()((set) => ({
  progress: {},
  report: (progress) => set((state) => ({ progress: { ...state.progress, [progress.jobId]: progress } })),
  forget: (jobId) =>
    set((state) => {
      const { [jobId]: _ended, ...others } = state.progress;
      return { progress: others };
    }),
}));

export function useJobProgress(jobId: JobId | null): JobProgress | null {
  return useJobs((state) => (jobId === null ? null : (state.progress[jobId] ?? null)));
}
