import { create } from 'zustand';
import type { TimeMs } from '../../shared/domain/time.ts';
import type { Workspace } from './workspace.ts';

/** A moment of the history whose labels are looked at. */
export interface Past {
  /** The step that they are shown after; 0: before the first. */
  readonly sequence: number;
  /** null: before the first step. */
  readonly at: TimeMs | null;
  /** What the step did. */
  readonly description: string;
}

/** Where one was when one began to look at the past. */
export type Home = Pick<Workspace, 'windowId' | 'freeChart' | 'seriesId'>;

interface HistoryView {
  readonly isOpen: boolean;
  /** Only what touched the window in view is listed. */
  readonly ofWindow: boolean;
  /** null: the labels are those of now. */
  readonly past: Past | null;
  readonly home: Home | null;
  set(change: Partial<Pick<HistoryView, 'isOpen' | 'ofWindow' | 'past' | 'home'>>): void;
}

/** What the history shows. */
export const useHistoryView = create<HistoryView>()((set) => ({
  isOpen: false,
  ofWindow: false,
  past: null,
  home: null,
  set: (change) => set(change),
}));
