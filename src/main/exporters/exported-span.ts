import { formatTimeframe } from '../../shared/domain/timeframe.ts';
import type { Series } from '../../shared/domain/series.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { LabelWindow } from '../../shared/domain/window.ts';
import { tagsOf } from '../../shared/labels/tags.ts';
import { isoTime } from './iso-time.ts';

/** A span as other programs read it: with names in place of the project's ids, times in UTC. */
export interface ExportedSpan {
  readonly id: string;
  readonly symbol: string;
  readonly timeframe: string;
  readonly origin: string;
  /** First and last bar, both included. */
  readonly start: string;
  readonly end: string;
  readonly confidence: number;
  readonly start_uncertainty: number;
  readonly end_uncertainty: number;
  readonly type: string | null;
  readonly direction: string | null;
  readonly note: string;
  /** Of the note, with blanks between them. */
  readonly tags: string;
  readonly author: string;
  readonly source: string;
  readonly score: number | null;
  /** Whose prediction was accepted; null for all other labels, and where it is not known. */
  readonly run: number | null;
  /** The window that it describes; null on the free chart. */
  readonly window_start: string | null;
  readonly window_end: string | null;
  readonly window_state: string | null;
  readonly dataset: string | null;
  readonly split: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export function toExportedSpan(span: Span, series: Series, window: LabelWindow | null): ExportedSpan {
  return {
    id: span.id,
    symbol: series.symbol,
    timeframe: formatTimeframe(series.timeframeMs),
    origin: series.origin,
    start: isoTime(span.startTime),
    end: isoTime(span.endTime),
    confidence: span.confidence,
    start_uncertainty: span.startUncertainty,
    end_uncertainty: span.endUncertainty,
    type: span.type,
    direction: span.direction,
    note: span.note,
    tags: tagsOf(span.note).join(' '),
    author: span.author,
    source: span.source,
    score: span.score,
    run: span.runId ?? null,
    window_start: window && isoTime(window.startTime),
    window_end: window && isoTime(window.endTime),
    window_state: window && window.state,
    dataset: window && window.dataset,
    split: window && window.split,
    created_at: isoTime(span.createdAt),
    updated_at: isoTime(span.updatedAt),
  };
}
