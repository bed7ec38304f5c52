import type { Database } from 'better-sqlite3';
import type { HistoryItem, HistoryPage, HistoryPlace, HistoryQuery } from '../../../shared/contract/labels.ts';
import type { LabelEdit } from '../../../shared/labels/edits.ts';
import { countLines, listLines, newestInForce, type ListedLine } from '../../store/queries/history.ts';
import { readWindow } from '../../store/queries/windows.ts';
import { describeFirst } from './describe-line.ts';

/** A page of the history, newest first, in words. */
export function readHistoryPage(db: Database, { offset, limit, ...filter }: HistoryQuery): HistoryPage {
  return {
    total: countLines(db, filter),
    current: newestInForce(db, filter),
    items: listLines(db, filter, offset, limit).map((line) => toItem(db, line)),
  };
}

function toItem(db: Database, { first, ...line }: ListedLine): HistoryItem {
  return { ...line, description: describeFirst(db, line, first, line.labels), place: first === null ? null : placeOf(db, first) };
}

function placeOf(db: Database, edit: LabelEdit): HistoryPlace | null {
  if (edit.kind === 'window') {
    const { seriesId, startTime } = readWindow(db, edit.id);
    return { seriesId, windowId: edit.id, time: startTime, spanId: null };
  }
  const span = edit.kind === 'span' ? (edit.after ?? edit.before) : null;
  return span === null ? null : { seriesId: span.seriesId, windowId: span.windowId, time: span.startTime, spanId: span.id };
}
