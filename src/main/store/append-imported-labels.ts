import type { Database } from 'better-sqlite3';
import { newEditId, newSpanId, type SeriesId, type WindowId } from '../../shared/domain/ids.ts';
import type { Direction, Span, SpanType } from '../../shared/domain/span.ts';
import { timeMs, type TimeMs } from '../../shared/domain/time.ts';
import type { SplitPart } from '../../shared/domain/window.ts';
import type { LabelEdit } from '../../shared/labels/edits.ts';
import { UNREVIEWED } from '../../shared/labels/window-review.ts';
import { commitImport } from './label-history.ts';
import { findOrCreateDataset } from './queries/datasets.ts';
import { insertWindows } from './queries/windows.ts';

export interface ImportedSpan {
  readonly startTime: number;
  readonly endTime: number;
  readonly confidence: number;
  readonly type: SpanType | null;
  readonly direction: Direction | null;
  readonly note: string;
}

/** A window that was reviewed elsewhere, with all its spans. */
export interface ImportedWindow {
  readonly seriesId: SeriesId;
  readonly startTime: number;
  readonly endTime: number;
  readonly length: number;
  readonly split: SplitPart | null;
  readonly spans: readonly ImportedSpan[];
}

export interface ImportedLabels {
  /** null: the windows come with no dataset. */
  readonly dataset: string | null;
  readonly author: string;
  readonly at: TimeMs;
  /** Where they come from, as the history says it. */
  readonly origin: string;
  readonly windows: readonly ImportedWindow[];
}

export interface ImportedCounts {
  /** What was added. */
  readonly windows: number;
  readonly spans: number;
  /** Windows and spans of windows that the project held already; they are left as they are. */
  readonly alreadyPresent: number;
  /** The first window that was added. */
  readonly firstWindowId: WindowId | null;
}

/**
 * Adds windows as reviewed and their spans in one transaction and one line of the log. Undo leaves it alone: taking
 * back a file of thousands of labels by one key would be an accident (docs/decisions/undo-from-the-log.md). The caller
 * has seen to it that the times are bars of the series and that spans lie inside their windows.
 */
export function appendImportedLabels(db: Database, labels: ImportedLabels): ImportedCounts {
  return db.transaction(() => {
    const datasetId = labels.dataset === null ? null : findOrCreateDataset(db, labels.dataset, labels.at);
    const ids = insertWindows(db, labels.windows.map((window) => ({ ...window, datasetId })));
    const edits = labels.windows.flatMap((window, index) => (ids[index] === null ? [] : editsOf(window, ids[index], labels)));
    if (edits.length > 0) {
      commitImport(db, { id: newEditId(), at: labels.at, author: labels.author }, describeImport(edits, labels.origin), (apply) => edits.forEach(apply));
    }
    return countOutcome(labels.windows, ids);
  })();
}

function describeImport(edits: readonly LabelEdit[], origin: string): string {
  const spans = edits.filter(({ kind }) => kind === 'span').length;
  return `Imported ${spans} ${spans === 1 ? 'label' : 'labels'} from ${origin}`;
}

function editsOf(window: ImportedWindow, id: WindowId, labels: ImportedLabels): readonly LabelEdit[] {
  const spans = window.spans.map((span) => toSpan(span, window.seriesId, id, labels));
  return [
    ...spans.map((after): LabelEdit => ({ kind: 'span', id: after.id, before: null, after })),
    { kind: 'window', id, before: UNREVIEWED, after: { state: 'reviewed', skipReason: '' } },
  ];
}

function toSpan(span: ImportedSpan, seriesId: SeriesId, windowId: WindowId, { at, author }: ImportedLabels): Span {
  return {
    ...span,
    id: newSpanId(),
    seriesId,
    windowId,
    startTime: timeMs(span.startTime),
    endTime: timeMs(span.endTime),
    startUncertainty: 0,
    endUncertainty: 0,
    author,
    source: 'import',
    score: null,
    createdAt: at,
    updatedAt: at,
  };
}

function countOutcome(windows: readonly ImportedWindow[], ids: readonly (WindowId | null)[]): ImportedCounts {
  const added = windows.filter((_, index) => ids[index] !== null);
  const spansOf = (some: readonly ImportedWindow[]) => some.reduce((sum, { spans }) => sum + spans.length, 0);
  return {
    windows: added.length,
    spans: spansOf(added),
    alreadyPresent: windows.length - added.length + spansOf(windows) - spansOf(added),
    firstWindowId: ids.find((id) => id !== null) ?? null,
  };
}
