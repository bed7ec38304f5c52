import type { Database } from 'better-sqlite3';
import { lastBarAtOrBefore } from '../../../shared/domain/bar.ts';
import type { LabelWindow } from '../../../shared/domain/window.ts';
import type { WindowSpan } from '../../../shared/engine/training/window-data.ts';
import { readSpansOfWindow } from '../../store/queries/spans.ts';

export function countSpansOfWindow(db: Database, window: LabelWindow): number {
  return readSpansOfWindow(db, window).length;
}

/** What describes the window, counted in its bars. time: opening times of the window's bars. */
export function windowSpans(db: Database, window: LabelWindow, time: Float64Array): readonly WindowSpan[] {
  return readSpansOfWindow(db, window).map(({ startTime, endTime, confidence, startUncertainty, endUncertainty, type }) => ({
    start: lastBarAtOrBefore(time, startTime),
    end: lastBarAtOrBefore(time, endTime),
    confidence,
    startUncertainty,
    endUncertainty,
    type,
  }));
}
