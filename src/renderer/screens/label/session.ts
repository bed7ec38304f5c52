import { create } from 'zustand';
import type { ChartHandle } from '../../chart/chart-types.ts';
import type { Edge, TimeRange } from '../../labels/span-edges.ts';
import type { SpanId, WindowId } from '../../../shared/domain/ids.ts';
import type { PredictedSpan } from '../../../shared/domain/prediction.ts';
import type { TimeMs } from '../../../shared/domain/time.ts';

/** Bars of a window to go to, and the label there that is worked on. */
export interface Place extends TimeRange {
  readonly windowId: WindowId;
  readonly selectedId: SpanId | null;
  readonly edge: Edge | null;
}

/** Where hands and eyes are while labelling; nothing of it is stored. */
export interface LabelSession {
  readonly cursor: TimeMs | null;
  /** First bar of the span that was started with the keyboard. */
  readonly pendingStart: TimeMs | null;
  readonly selectedId: SpanId | null;
  /** A predicted span that was gone to; with a label selected there is none. */
  readonly prediction: PredictedSpan | null;
  /** What the arrows move; null: the cursor. */
  readonly edge: Edge | null;
  readonly visible: TimeRange | null;
  readonly chart: ChartHandle | null;
  /** To be selected in the window that is being opened. */
  readonly selectOnArrival: SpanId | null;
  /** The window was completed, skipped or stepped away from, and the one to open is being looked for. */
  readonly isLeaving: boolean;
  /** Windows that were open before this one, the latest last. */
  readonly visited: readonly WindowId[];
  /** When windows were completed or skipped, in ms, ascending. */
  readonly doneAt: readonly number[];
  /** Gone to in the window that is being opened. */
  readonly placeOnArrival: Place | null;
  set(change: Partial<Omit<LabelSession, 'set'>>): void;
}

export const useSession = create<LabelSession>()((set) => ({
  cursor: null,
  pendingStart: null,
  selectedId: null,
  prediction: null,
  edge: null,
  visible: null,
  chart: null,
  selectOnArrival: null,
  isLeaving: false,
  visited: [],
  doneAt: [],
  placeOnArrival: null,
  // Whoever selects a label, or nothing, leaves the prediction.
  set: (change) => set('selectedId' in change ? { prediction: null, ...change } : change),
}));

/** The session at the beginning of a window or chart, or at the place in it that was asked for. */
export function startSession(windowId: WindowId | null, cursor: TimeMs | null): void {
  const { selectOnArrival, set } = useSession.getState();
  const place = placeIn(windowId);
  set({ cursor: place?.startTime ?? cursor, pendingStart: null, selectedId: place?.selectedId ?? selectOnArrival, selectOnArrival: null, edge: place?.edge ?? null });
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

/** The place that was asked for before this window was open; null: none. */
export function placeIn(windowId: WindowId | null): Place | null {
  const { placeOnArrival } = useSession.getState();
  return placeOnArrival !== null && placeOnArrival.windowId === windowId ? placeOnArrival : null;
}

/** To a place in the window that is open. */
export function goToPlace({ startTime, endTime, selectedId, edge }: Place): void {
  const { chart, set } = useSession.getState();
  set({ cursor: startTime, pendingStart: null, selectedId, edge });
  void chart?.showRange(startTime, endTime, PLACE_MARGIN_BARS);
}

/** Bars shown around a place, so that what leads to it and what comes of it are seen. */
export const PLACE_MARGIN_BARS = 32;
