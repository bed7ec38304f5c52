import type { SeriesId, WindowId } from '../domain/ids.ts';
import type { Span } from '../domain/span.ts';
import type { TimeMs } from '../domain/time.ts';
import type { LabelWindow, WindowState } from '../domain/window.ts';
import type { WindowTake } from '../queue/window-take.ts';
import type { Method } from './result.ts';

export interface WindowCounts {
  readonly pending: number;
  readonly reviewed: number;
  readonly skipped: number;
}

export interface WindowFilter {
  readonly seriesId?: SeriesId;
  readonly state?: WindowState;
}

export interface WindowPage {
  readonly total: number;
  readonly counts: WindowCounts;
  /** In queue order, each with the number of its own spans. */
  readonly windows: readonly (LabelWindow & { readonly spans: number })[];
}

export interface WindowDetail {
  readonly window: LabelWindow;
  /** Index of its first bar in the series. */
  readonly fromIndex: number;
  /** Its own spans, and those of the free chart that lie within it. */
  readonly spans: readonly Span[];
  /** Place in the queue, from 0, among all windows. */
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
  listWindows: Method<WindowFilter & { readonly offset: number; readonly limit: number }, WindowPage>;
  readWindow: Method<{ readonly windowId: WindowId }, WindowDetail>;
  /** The window that holds a bar of that time, else the next after it, else the last before it; null: the series has none. */
  findWindowAt: Method<{ readonly seriesId: SeriesId; readonly time: TimeMs }, { readonly windowId: WindowId } | null>;
  /** The next one in the queue after (or before) a window, wrapping around once; null: none matches. */
  nextWindow: Method<
    WindowFilter & { readonly after: WindowId | null; readonly direction: 'next' | 'previous' },
    { readonly windowId: WindowId } | null
  >;
}
