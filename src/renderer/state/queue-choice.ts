import type { QueueView } from '../../shared/contract/windows.ts';
import type { RunId, SeriesId } from '../../shared/domain/ids.ts';
import type { TimeMs } from '../../shared/domain/time.ts';
import { WINDOW_STATES, type WindowState } from '../../shared/domain/window.ts';

export type QueueOrderName = 'time' | 'random' | 'uncertain' | 'disagreeing';
export const QUEUE_ORDERS: readonly QueueOrderName[] = ['time', 'random', 'uncertain', 'disagreeing'];

/** Which windows the queue shows, apart from the series, and in which order. null: all. */
export interface QueueChoice {
  readonly state: WindowState | null;
  readonly skipReason: string | null;
  readonly labelled: boolean | null;
  readonly from: TimeMs | null;
  readonly to: TimeMs | null;
  readonly order: QueueOrderName;
  /** Of the order by chance. */
  readonly seed: number;
}

export const WHOLE_QUEUE: QueueChoice = { state: null, skipReason: null, labelled: null, from: null, to: null, order: 'time', seed: 1 };

/** The question to the core. run: the one over the bars; without it an order by a run is the one in time. */
export function toQueueView(choice: QueueChoice, seriesId: SeriesId | null, run: RunId | null): QueueView {
  const { state, skipReason, labelled, from, to } = choice;
  const filter = { seriesId, state, skipReason: state === 'skipped' ? skipReason : null, labelled, from, to };
  const set = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null)) as Omit<QueueView, 'order'>;
  return { ...set, ...orderOf(choice, run) };
}

/** Absent: in time. */
function orderOf({ order, seed }: QueueChoice, runId: RunId | null): Pick<QueueView, 'order'> {
  if (order === 'random') return { order: { kind: 'random', seed } };
  return order === 'time' || runId === null ? {} : { order: { kind: order, runId } };
}

/** Where `complete` goes on: to those that still wait, among those shown. */
export function pendingOf(view: QueueView): QueueView {
  const { skipReason: _, ...rest } = view;
  return { ...rest, state: 'pending' };
}

/** Whether it leaves windows out, whatever their state. */
export const isNarrow = ({ labelled, from, to }: QueueChoice): boolean => labelled !== null || from !== null || to !== null;

/** The one after it; orders by a run only where there is one. */
export function nextOrder(order: QueueOrderName, hasRun: boolean): QueueOrderName {
  const possible = QUEUE_ORDERS.filter((each) => hasRun || each === 'time' || each === 'random');
  return possible[(possible.indexOf(order) + 1) % possible.length];
}

/** All, then one state after the other. */
export function nextState(state: WindowState | null): WindowState | null {
  const states = [null, ...WINDOW_STATES];
  return states[(states.indexOf(state) + 1) % states.length];
}
