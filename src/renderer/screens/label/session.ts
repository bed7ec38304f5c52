import { create } from 'zustand';
import type { ChartHandle } from '../../chart/chart-types.ts';
import type { Edge, TimeRange } from '../../labels/span-edges.ts';
import type { SpanId } from '../../../shared/domain/ids.ts';
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
  set: (change) => set(change),
}));

/** The session at the beginning of a window or chart. */
export function startSession(cursor: TimeMs | null): void {
  const { selectOnArrival, set } = useSession.getState();
  set({ cursor, pendingStart: null, selectedId: selectOnArrival, selectOnArrival: null, edge: null });
}
