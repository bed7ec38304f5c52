import type { EditId, RunId, SeriesId, SpanId, WindowId } from '../domain/ids.ts';
import type { Direction, Span, SpanPatch, SpanSource, SpanType } from '../domain/span.ts';
import type { TimeMs } from '../domain/time.ts';
import type { LabelWindow, WindowState } from '../domain/window.ts';
import type { Method, Nothing } from './result.ts';

/** A span to be made. Times must be opening times of bars, start <= end, inside the window where one is named. */
export interface SpanDraft {
  readonly id: SpanId;
  readonly seriesId: SeriesId;
  readonly windowId: WindowId | null;
  readonly startTime: TimeMs;
  readonly endTime: TimeMs;
  readonly confidence: number;
  readonly startUncertainty?: number;
  readonly endUncertainty?: number;
  readonly type?: SpanType | null;
  readonly direction?: Direction | null;
  readonly note?: string;
  readonly source?: SpanSource;
  readonly score?: number | null;
  /** The run whose prediction it was made from. */
  readonly runId?: RunId;
}

/** The spans that a command for many is about. */
export interface SpanScope {
  readonly seriesId: SeriesId;
  /** The window whose own spans are meant; null: all of the series, those of its windows included. */
  readonly windowId: WindowId | null;
  /** Only spans of this type (null: without one); absent: of any. */
  readonly ofType?: SpanType | null;
}

/** How many spans there are of each type, and without one. */
export type SpanCounts = Readonly<Record<SpanType | 'none', number>>;

/** What a person asks for; the core turns it into an edit that carries its inverse. What is for many spans, as a batch, is one step. */
export type LabelCommand =
  | { readonly kind: 'create-span'; readonly span: SpanDraft }
  | { readonly kind: 'update-span'; readonly id: SpanId; readonly patch: SpanPatch }
  | { readonly kind: 'delete-span'; readonly id: SpanId }
  | { readonly kind: 'set-window-state'; readonly windowId: WindowId; readonly state: WindowState; readonly skipReason?: string }
  | { readonly kind: 'delete-spans'; readonly scope: SpanScope }
  | { readonly kind: 'set-type'; readonly scope: SpanScope; readonly type: SpanType | null }
  | { readonly kind: 'batch'; readonly description: string; readonly commands: readonly LabelCommand[] };

/** One line of the append-only log. Undo and redo append lines of their own; an import of labels is logged, but not undone. */
export interface HistoryEntry {
  readonly id: EditId;
  readonly sequence: number;
  readonly at: TimeMs;
  readonly author: string;
  readonly action: 'edit' | 'undo' | 'redo' | 'import';
  /** The edit that was undone or redone. */
  readonly of: EditId | null;
  readonly description: string;
}

/** Where a line of the log was made: at a span, at a window, or at the first of many. */
export interface HistoryPlace {
  readonly seriesId: SeriesId;
  /** null: on the free chart. */
  readonly windowId: WindowId | null;
  /** Opening time of the first bar concerned. */
  readonly time: TimeMs;
  /** Which may be gone; null: the window itself. */
  readonly spanId: SpanId | null;
}

/** A line of the log as it is listed. */
export interface HistoryItem extends HistoryEntry {
  /** How many labels (spans, states of windows) it touched. */
  readonly labels: number;
  /** By whom and when it was taken back; null: it is in force, or no edit. */
  readonly undone: { readonly at: TimeMs; readonly author: string } | null;
  /** null: it touched nothing. */
  readonly place: HistoryPlace | null;
}

/** Which lines of the log are wanted: edits and imports alone, unless undos and redos are asked for. */
export interface HistoryQuery {
  readonly offset: number;
  readonly limit: number;
  /** Those alone that touch spans or windows of the series. */
  readonly seriesId?: SeriesId;
  /** Those alone that touch the window or spans of it. */
  readonly windowId?: WindowId;
  /** Undo and redo lines, too. */
  readonly steps?: boolean;
  /** Those alone that were written up to this moment. */
  readonly until?: TimeMs;
}

export interface HistoryPage {
  /** Of all lines that are asked for. */
  readonly total: number;
  /** Sequence of the newest of them that has not been taken back; null: there is none. */
  readonly current: number | null;
  /** Newest first. */
  readonly items: readonly HistoryItem[];
}

/** The state after an edit of everything that it touched. */
export interface LabelChange {
  readonly entry: HistoryEntry;
  readonly spans: readonly Span[];
  readonly removedSpans: readonly SpanId[];
  readonly windows: readonly LabelWindow[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface LabelsApi {
  /** Acknowledged only when durable. The same `editId` again is answered with the first outcome. */
  editLabels: Method<{ readonly editId: EditId; readonly command: LabelCommand }, LabelChange>;
  /** null: there is nothing to undo or redo. */
  undo: Method<{ readonly editId: EditId }, LabelChange | null>;
  redo: Method<{ readonly editId: EditId }, LabelChange | null>;
  /** Spans of a series that touch [from, to], of all windows and of the free chart. */
  readSpans: Method<{ readonly seriesId: SeriesId; readonly from: TimeMs; readonly to: TimeMs }, readonly Span[]>;
  /**
   * Undoes and redoes in one go until the labels are as they were after the line `sequence` (0: before the first), each step a
   * line of its own; labels that came with a file stay. null: there is nothing to do.
   */
  goToEdit: Method<{ readonly editId: EditId; readonly sequence: number }, LabelChange | null>;
  /** The lines of the log, newest first. */
  readHistory: Method<HistoryQuery, HistoryPage>;
  /** The window and what described it after the line `sequence`, from the log; nothing is changed. */
  readWindowAsOf: Method<{ readonly windowId: WindowId; readonly sequence: number }, { readonly window: LabelWindow; readonly spans: readonly Span[] }>;
  /** As `readSpans`, after the line `sequence`. */
  readSpansAsOf: Method<{ readonly seriesId: SeriesId; readonly from: TimeMs; readonly to: TimeMs; readonly sequence: number }, readonly Span[]>;
  /** Of the window alone where it is named, else of the whole series. */
  countSpans: Method<Omit<SpanScope, 'ofType'>, SpanCounts>;
  /** Of all spans of the project; the most used first. */
  readTags: Method<Nothing, readonly { readonly tag: string; readonly count: number }[]>;
  readUndoState: Method<Nothing, { readonly canUndo: boolean; readonly canRedo: boolean; readonly undo: string | null; readonly redo: string | null }>;
}
