import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ContenderSource } from '../../shared/domain/comparison.ts';
import type { ExperimentId, RunId, SeriesId, WindowId } from '../../shared/domain/ids.ts';
import type { SplitPart } from '../../shared/domain/window.ts';
import { WHOLE_QUEUE, type QueueChoice } from './queue-choice.ts';

export type ScreenName = 'welcome' | 'import' | 'label' | 'train' | 'compare';

/** Spans as the decoder of each run found them, which need not be what a threshold cuts out; first and last bar counted from the window's first. */
export interface JudgedWindow {
  readonly windowId: WindowId;
  readonly decoded: readonly { readonly runId: RunId; readonly spans: readonly { readonly start: number; readonly end: number }[] }[];
}

/** A training once more, asked for while labelling. */
export interface Retrained {
  readonly runId: RunId;
  /** The run whose predictions lay over the bars; null: none. */
  readonly before: RunId | null;
  /** It is done, and took that one's place. */
  readonly isShown: boolean;
}

/** Where the person is. Kept over a reload; belongs to one project and starts afresh in another. */
export interface Workspace {
  readonly projectPath: string | null;
  readonly screen: ScreenName;
  /** The series in view; null: the first there is. */
  readonly seriesId: SeriesId | null;
  /** The window in view; null: none chosen yet, or the free chart. */
  readonly windowId: WindowId | null;
  readonly freeChart: boolean;
  /** Which windows the queue shows, and in which order. */
  readonly queue: QueueChoice;
  /** On the Label screen: going through where the run over the bars and the labels disagree, in place of the queue. */
  readonly reviewing: boolean;
  /** The run whose predictions lie over the bars. */
  readonly overlayRunId: RunId | null;
  /** A second one over the same bars, to be told from the first. */
  readonly secondRunId: RunId | null;
  /** From which probability on bars count in what lies over them; null: from the best threshold of each run. */
  readonly overlayThreshold: number | null;
  /** The last training once more; null: there was none, or it came to nothing. */
  readonly retrained: Retrained | null;
  /** A window that was opened from the comparison, and what it was judged by there. */
  readonly judged: JudgedWindow | null;
  /** The run shown on the Train screen. */
  readonly shownRunId: RunId | null;
  /** The experiment shown there in place of a run; null: the run. */
  readonly shownExperimentId: ExperimentId | null;
  /** Marked for the comparison, the first of which the others are held against. */
  readonly compared: readonly ContenderSource[];
  readonly comparedPart: SplitPart;
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
  queue: WHOLE_QUEUE,
  reviewing: false,
  overlayRunId: null,
  secondRunId: null,
  overlayThreshold: null,
  retrained: null,
  judged: null,
  shownRunId: null,
  shownExperimentId: null,
  compared: [],
  comparedPart: 'val',
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
