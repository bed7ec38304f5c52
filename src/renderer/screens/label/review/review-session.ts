import { create } from 'zustand';
import type { RunId } from '../../../../shared/domain/ids.ts';
import type { TimeMs } from '../../../../shared/domain/time.ts';
import type { SessionName } from '../../../../shared/domain/trading-session.ts';
import type { DecisionState } from '../../../../shared/review/choose-entries.ts';
import type { FindingType } from '../../../../shared/review/type-window.ts';

/** What is listed, apart from the series, which the queue has as well. */
export interface ReviewChoice {
  /** null: all that disagree. */
  readonly type: FindingType | null;
  readonly decided: DecisionState | 'all';
  readonly session: SessionName | null;
  readonly minConfidence: number;
  readonly maxConfidence: number;
  readonly from: TimeMs | null;
  readonly to: TimeMs | null;
  /** Bars by which an edge may lie off and still agree. */
  readonly tolerance: number;
}

export const ALL_OPEN: ReviewChoice = { type: null, decided: 'undecided', session: null, minConfidence: 0, maxConfidence: 1, from: null, to: null, tolerance: 0 };

/** How far somebody is in going through the disagreements; nothing of it is stored. */
interface ReviewSession {
  readonly choice: ReviewChoice;
  /** The run whose entries are gone through; in the list of another one everything begins anew. */
  readonly runId: RunId | null;
  /** The entry on the chart; null: none was gone to. */
  readonly currentId: string | null;
  /** Where it stood in the list, to go on from when it has left it. */
  readonly place: number;
  choose(change: Partial<ReviewChoice>): void;
  goTo(runId: RunId, currentId: string | null, place: number): void;
}

export const useReviewSession = create<ReviewSession>()((set) => ({
  choice: ALL_OPEN,
  runId: null,
  currentId: null,
  place: 0,
  choose: (change) => set(({ choice }) => ({ choice: { ...choice, ...change }, currentId: null, place: 0 })),
  goTo: (runId, currentId, place) => set({ runId, currentId, place }),
}));
