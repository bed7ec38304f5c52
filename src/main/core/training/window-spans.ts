import type { Database } from 'better-sqlite3';
import { lastBarAtOrBefore } from '../../../shared/domain/bar.ts';
import type { SeriesId, SpanId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { LabelWindow } from '../../../shared/domain/window.ts';
import type { WindowSpan } from '../../../shared/engine/training/window-data.ts';
import { readSpansTouching } from '../../store/queries/spans.ts';
import { makeFreeSpans, type FreeSpans } from './free-spans.ts';

/**
 * What describes each window, all read at one moment: its own spans, and those of the free chart that lie within it.
 * One query for each series rather than for each window.
 */
export function readSpansOfWindows(db: Database, windows: readonly LabelWindow[]): readonly (readonly Span[])[] {
  const spansOf = makeSeriesSpans(db);
  return windows.map((window) => {
    const { ofWindow, free } = spansOf(window.seriesId);
    const own = ofWindow.get(window.id) ?? [];
    const within = free.touching(window.startTime, window.endTime).filter((span) => liesWithin(span, window));
    return within.length === 0 ? own : [...own, ...within].sort((a, b) => a.startTime - b.startTime || a.endTime - b.endTime);
  });
}

/** Spans of the free chart that reach into one of the windows and beyond it, so that they do not describe it. */
export function countCutSpans(db: Database, windows: readonly LabelWindow[]): number {
  const spansOf = makeSeriesSpans(db);
  const cut = new Set<SpanId>();
  for (const window of windows) {
    for (const span of spansOf(window.seriesId).free.touching(window.startTime, window.endTime)) {
      if (!liesWithin(span, window)) cut.add(span.id);
    }
  }
  return cut.size;
}

const liesWithin = (span: Span, window: LabelWindow): boolean => span.startTime >= window.startTime && span.endTime <= window.endTime;

interface SeriesSpans {
  readonly ofWindow: ReadonlyMap<number | null, readonly Span[]>;
  readonly free: FreeSpans;
}

function makeSeriesSpans(db: Database): (id: SeriesId) => SeriesSpans {
  const read = new Map<SeriesId, SeriesSpans>();
  return (id) => {
    const spans = read.get(id) ?? readSeriesSpans(db, id);
    read.set(id, spans);
    return spans;
  };
}

function readSeriesSpans(db: Database, id: SeriesId): SeriesSpans {
  const ofWindow = Map.groupBy(readSpansTouching(db, id, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), ({ windowId }) => windowId);
  return { ofWindow, free: makeFreeSpans(ofWindow.get(null) ?? []) };
}

/** Labels counted in the bars of their window. time: opening times of the window's bars, [T]. */
export function toWindowSpans(spans: readonly Span[], time: Float64Array): readonly WindowSpan[] {
  return spans.map(({ startTime, endTime, confidence, startUncertainty, endUncertainty, type }) => ({
    start: lastBarAtOrBefore(time, startTime),
    end: lastBarAtOrBefore(time, endTime),
    confidence,
    startUncertainty,
    endUncertainty,
    type,
  }));
}
