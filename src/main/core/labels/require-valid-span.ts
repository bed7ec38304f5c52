import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { LabelWindow } from '../../../shared/domain/window.ts';
import { hasBar } from '../../store/queries/bars.ts';
import { readSeries } from '../../store/queries/series.ts';
import { readWindow } from '../../store/queries/windows.ts';

/** Throws ExpanseError unless both edges are bars of the series, in order, inside the window that the span describes. */
export function requireValidSpan(db: Database, span: Span): void {
  readSeries(db, span.seriesId);
  if (span.startTime > span.endTime) {
    throw wrong(`startTime ${iso(span.startTime)} is after endTime ${iso(span.endTime)}`, 'Give the first bar as start and the last as end.');
  }
  for (const field of ['startTime', 'endTime'] as const) {
    if (!hasBar(db, span.seriesId, span[field])) {
      throw wrong(`${field} ${iso(span[field])} is not the opening time of a bar of series ${span.seriesId}`, 'Place the edge on a bar.');
    }
  }
  if (span.windowId !== null) requireInsideWindow(span, readWindow(db, span.windowId));
}

function requireInsideWindow(span: Span, window: LabelWindow): void {
  if (window.seriesId !== span.seriesId) {
    throw wrong(`window ${window.id} belongs to series ${window.seriesId}, not to ${span.seriesId}`, 'Name a window of the same series.');
  }
  if (span.startTime < window.startTime || span.endTime > window.endTime) {
    const range = `${iso(window.startTime)} to ${iso(window.endTime)}`;
    throw wrong(`${iso(span.startTime)} to ${iso(span.endTime)} leaves window ${window.id} (${range})`, 'Keep the span inside its window.');
  }
}

function wrong(what: string, nextStep: string): ExpanseError {
  return new ExpanseError('invalid-input', `Span: ${what}.`, nextStep);
}

function iso(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : date.toISOString();
}
