import type { SeriesId, WindowId } from '../domain/ids.ts';
import type { Span } from '../domain/span.ts';
import type { TimeMs } from '../domain/time.ts';
import type { LabelWindow, WindowState } from '../domain/window.ts';
import type { QueueOrder } from '../queue/queue-order.ts';
import type { WindowTake } from '../queue/window-take.ts';
import type { Method } from './result.ts';

export interface WindowCounts {
  readonly pending: number;
  readonly reviewed: number;
  readonly skipped: number;
}

/** Absent: all. */
export interface WindowFilter {
  readonly seriesId?: SeriesId;
  readonly state?: WindowState;
  /** Skipped for this reason. */
  readonly skipReason?: string;
  /** A bar at least opens within [from, to]. */
  readonly from?: TimeMs;
  readonly to?: TimeMs;
  /** Whether a label lies in it. */
  readonly labelled?: boolean;
}

/** The windows that are gone through, and how. Without an order: in time, series by series. */
export interface QueueView extends WindowFilter {
  readonly order?: QueueOrder;
}

export interface SkipReason {
  readonly reason: string;
  readonly windows: number;
}

export interface WindowPage {
  readonly total: number;
  /** Of those that match, whatever state and reason were asked for. */
  readonly counts: WindowCounts;
  /** In the order asked for, each with the number of its own spans. */
  readonly windows: readonly (LabelWindow & { readonly spans: number })[];
}

export interface WindowDetail {
  readonly window: LabelWindow;
  /** Index of its first bar in the series. */
  readonly fromIndex: number;
  /** Its own spans, and those of the free chart that lie within it. */
  readonly spans: readonly Span[];
  /** Place in time, from 0, among all windows. */
  readonly position: number;
}

export interface WindowsApi {
  /**
   * Windows of `length` bars every `stride` bars over [from, to] or the whole series, or those that `take` chooses of them; those
   * that exist already are left alone. A rule takes its windows wherever they lie. `firstWindowId`: null where none was chosen.
   */
  makeWindows: Method<
    { readonly seriesId: SeriesId; readonly length: number; readonly stride: number; readonly from?: TimeMs; readonly to?: TimeMs; readonly take?: WindowTake },
    { readonly made: number; readonly existing: number; readonly firstWindowId: WindowId | null }
  >;
  /** An order by a run predicts first what the run has not predicted yet. */
  listWindows: Method<QueueView & { readonly offset: number; readonly limit: number }, WindowPage>;
  readWindow: Method<{ readonly windowId: WindowId }, WindowDetail>;
  /** The window that holds a bar of that time, else the next after it, else the last before it; null: the series has none. */
  findWindowAt: Method<{ readonly seriesId: SeriesId; readonly time: TimeMs }, { readonly windowId: WindowId } | null>;
  /** Its place among them, from 0; null: the filter does not let it through. */
  findInQueue: Method<QueueView & { readonly windowId: WindowId }, { readonly position: number | null }>;
  listSkipReasons: Method<{ readonly seriesId?: SeriesId }, readonly SkipReason[]>;
  /** The next one in the queue after (or before) a window, wrapping around once; null: none matches. */
  nextWindow: Method<
    QueueView & { readonly after: WindowId | null; readonly direction: 'next' | 'previous' },
    { readonly windowId: WindowId } | null
  >;
}
