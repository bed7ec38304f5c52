import type { Database } from 'better-sqlite3';
import { lastBarAtOrBefore } from '../../../shared/domain/bar.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { LabelWindow } from '../../../shared/domain/window.ts';
import type { WindowSpan } from '../../../shared/engine/training/window-data.ts';
import { readSpansTouching } from '../../store/queries/spans.ts';

/**
 * What describes each window, all read at one moment: its own spans, and those of the free chart that lie within it.
 * One query for each series rather than for each window.
 */
export function readSpansOfWindows(db: Database, windows: readonly LabelWindow[]): readonly (readonly Span[])[] {
  const bySeries = new Map<SeriesId, SeriesSpans>();
  return windows.map((window) => {
    const spans = bySeries.get(window.seriesId) ?? readSeriesSpans(db, window.seriesId);
    bySeries.set(window.seriesId, spans);
    const own = spans.ofWindow.get(window.id) ?? [];
    const free = spans.free.filter(({ startTime, endTime }) => startTime >= window.startTime && endTime <= window.endTime);
    return free.length === 0 ? own : [...own, ...free].sort((a, b) => a.startTime - b.startTime || a.endTime - b.endTime);
  });
}

interface SeriesSpans {
  readonly ofWindow: ReadonlyMap<number | null, readonly Span[]>;
  readonly free: readonly Span[];
}

function readSeriesSpans(db: Database, id: SeriesId): SeriesSpans {
  const ofWindow = Map.groupBy(readSpansTouching(db, id, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), ({ windowId }) => windowId);
  return { ofWindow, free: ofWindow.get(null) ?? [] };
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
