import { create } from 'zustand';
import type { ChartHandle } from '../../chart/chart-types.ts';
import type { Edge, TimeRange } from '../../labels/span-edges.ts';
import type { SpanId, WindowId } from '../../../shared/domain/ids.ts';
import type { TimeMs } from '../../../shared/domain/time.ts';

/** Where hands and eyes are while labelling; nothing of it is stored. */
export interface LabelSession {
  readonly cursor: TimeMs | null;
  /** First bar of the span that was started with the keyboard. */
  readonly pendingStart: TimeMs | null;
  readonly selectedId: SpanId | null;
  /** What the arrows move; null: the cursor. */
  readonly edge: Edge | null;
  readonly visible: TimeRange | null;
  readonly chart: ChartHandle | null;
  /** To be selected in the window that is being opened. */
  readonly selectOnArrival: SpanId | null;
  /** Windows that were open before this one, the latest last. */
  readonly visited: readonly WindowId[];
  /** When windows were completed or skipped, in ms, ascending. */
  readonly doneAt: readonly number[];
  set(change: Partial<Omit<LabelSession, 'set'>>): void;
}

export const useSession = create<LabelSession>()((set) => ({
  cursor: null,
  pendingStart: null,
  selectedId: null,
  edge: null,
  visible: null,
  chart: null,
  selectOnArrival: null,
  visited: [],
  doneAt: [],
  set: (change) => set(change),
}));

/** The session at the beginning of a window or chart. */
export function startSession(cursor: TimeMs | null): void {
  const { selectOnArrival, set } = useSession.getState();
  set({ cursor, pendingStart: null, selectedId: selectOnArrival, selectOnArrival: null, edge: null });
}

const MOST_KEPT = 200;

/** The open window is left for another. */
export function rememberVisit(left: WindowId): void {
  const { visited, set } = useSession.getState();
  if (visited.at(-1) !== left) set({ visited: [...visited, left].slice(-MOST_KEPT) });
}

/** The window that was open before; null: none. It is forgotten, so that the next step back goes further. */
export function takeVisited(): WindowId | null {
  const { visited, set } = useSession.getState();
  const last = visited.at(-1) ?? null;
  set({ visited: visited.slice(0, -1) });
  return last;
}

export function rememberDone(at: number): void {
  const { doneAt, set } = useSession.getState();
  set({ doneAt: [...doneAt, at].slice(-MOST_KEPT) });
}
