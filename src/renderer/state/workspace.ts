import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ExperimentId, RunId, SeriesId, WindowId } from '../../shared/domain/ids.ts';

export type ScreenName = 'welcome' | 'import' | 'label' | 'train';

/** Where the person is. Kept over a reload; belongs to one project and starts afresh in another. */
export interface Workspace {
  readonly projectPath: string | null;
  readonly screen: ScreenName;
  /** The series in view; null: the first there is. */
  readonly seriesId: SeriesId | null;
  /** The window in view; null: none chosen yet, or the free chart. */
  readonly windowId: WindowId | null;
  readonly freeChart: boolean;
  /** The run whose predictions lie over the bars. */
  readonly overlayRunId: RunId | null;
  /** The run shown on the Train screen. */
  readonly shownRunId: RunId | null;
  /** The experiment shown there in place of a run; null: the run. */
  readonly shownExperimentId: ExperimentId | null;
}

interface WorkspaceActions {
  set(change: Partial<Workspace>): void;
  enterProject(path: string | null): void;
}

const AFRESH: Workspace = {
  projectPath: null,
  screen: 'welcome',
  seriesId: null,
  windowId: null,
  freeChart: false,
  overlayRunId: null,
  shownRunId: null,
  shownExperimentId: null,
};

export const useWorkspace = create<Workspace & WorkspaceActions>()(
  persist(
    (set) => ({
      ...AFRESH,
      set: (change) => set(change),
      enterProject: (path) =>
        set((state) => {
          if (state.projectPath === path) return state;
          return { ...AFRESH, projectPath: path, screen: path === null ? 'welcome' : state.screen === 'import' ? 'import' : 'label' };
        }),
    }),
    { name: 'expanse:workspace', version: 1 },
  ),
);

export const goTo = (screen: ScreenName): void => useWorkspace.getState().set({ screen });
