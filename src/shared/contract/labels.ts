import type { EditId, SeriesId, SpanId, WindowId } from '../domain/ids.ts';
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
}

/** What a person asks for; the core turns it into an edit that carries its inverse. A batch is one step. */
export type LabelCommand =
  | { readonly kind: 'create-span'; readonly span: SpanDraft }
  | { readonly kind: 'update-span'; readonly id: SpanId; readonly patch: SpanPatch }
  | { readonly kind: 'delete-span'; readonly id: SpanId }
  | { readonly kind: 'set-window-state'; readonly windowId: WindowId; readonly state: WindowState; readonly skipReason?: string }
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
  /** Newest first. */
  readHistory: Method<{ readonly limit: number; readonly before?: number }, readonly HistoryEntry[]>;
  readUndoState: Method<Nothing, { readonly canUndo: boolean; readonly canRedo: boolean; readonly undo: string | null; readonly redo: string | null }>;
}
