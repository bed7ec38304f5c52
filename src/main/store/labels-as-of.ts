import type { Database } from 'better-sqlite3';
import type { SeriesId, SpanId, WindowId } from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { LabelWindow } from '../../shared/domain/window.ts';
import type { LabelEdit } from '../../shared/labels/edits.ts';
import type { WindowReview } from '../../shared/labels/window-review.ts';
import { requireLine } from './label-history.ts';
import { readForwardsAfter } from './queries/edits.ts';
import { readSpansOfWindow, readSpansTouching } from './queries/spans.ts';
import { readWindow } from './queries/windows.ts';

/**
 * What was replaced since a line of the log: of each label that was touched later, its state then. What is not in it is now
 * as it was then, so that the past costs only what has happened since.
 */
interface Replaced {
  readonly spans: ReadonlyMap<SpanId, Span | null>;
  readonly windows: ReadonlyMap<WindowId, WindowReview>;
}

/** Spans that shared a bar with [from, to] after line `sequence`, of all windows and of the free chart, in time. */
export function readSpansAsOf(db: Database, id: SeriesId, from: number, to: number, sequence: number): readonly Span[] {
  const { spans } = readReplaced(db, sequence);
  return spansThen(readSpansTouching(db, id, from, to), spans, (span) => span.seriesId === id && span.startTime <= to && span.endTime >= from);
}

/** The window and what described it after line `sequence`. Throws ExpanseError 'not-found'. */
export function readWindowAsOf(db: Database, id: WindowId, sequence: number): { readonly window: LabelWindow; readonly spans: readonly Span[] } {
  const window = readWindow(db, id);
  const { spans, windows } = readReplaced(db, sequence);
  return {
    window: { ...window, ...windows.get(id) },
    spans: spansThen(readSpansOfWindow(db, window), spans, (span) => describesWindow(span, window)),
  };
}

function readReplaced(db: Database, sequence: number): Replaced {
  requireLine(db, sequence);
  const spans = new Map<SpanId, Span | null>();
  const windows = new Map<WindowId, WindowReview>();
  for (const forward of readForwardsAfter(db, sequence)) {
    for (const edit of JSON.parse(forward) as readonly LabelEdit[]) {
      // The first later edit of a label knows what it found.
      if (edit.kind === 'span' && !spans.has(edit.id)) spans.set(edit.id, edit.before);
      if (edit.kind === 'window' && !windows.has(edit.id)) windows.set(edit.id, edit.before);
    }
  }
  return { spans, windows };
}

function spansThen(now: readonly Span[], replaced: Replaced['spans'], belongs: (span: Span) => boolean): readonly Span[] {
  const untouched = now.filter((span) => !replaced.has(span.id));
  const back = [...replaced.values()].filter((span) => span !== null && belongs(span)) as readonly Span[];
  return [...untouched, ...back].sort(bySpanTime);
}

function describesWindow(span: Span, window: LabelWindow): boolean {
  if (span.windowId !== null) return span.windowId === window.id;
  return span.seriesId === window.seriesId && span.startTime >= window.startTime && span.endTime <= window.endTime;
}

// As the queries order them.
function bySpanTime(a: Span, b: Span): number {
  return a.startTime - b.startTime || a.endTime - b.endTime || (a.id < b.id ? -1 : 1);
}
