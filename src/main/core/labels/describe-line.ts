import type { Database } from 'better-sqlite3';
import type { HistoryEntry } from '../../../shared/contract/labels.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { TimeMs } from '../../../shared/domain/time.ts';
import type { LabelEdit } from '../../../shared/labels/edits.ts';
import type { LoggedEdit } from '../../store/queries/edits.ts';
import { findBarIndex } from '../../store/queries/bars.ts';
import { windowName } from './window-name.ts';

/** What a line of the log did, in words: of a single label exactly, of many as whoever asked called it. */
export function describeLine(db: Database, line: LoggedEdit): string {
  const edits = line.action === 'undo' ? line.inverse : line.forward;
  return describeFirst(db, line, edits[0] ?? null, edits.length);
}

/** As `describeLine`, from the first edit of a line and their number; of an undo, the edit that was taken back. */
export function describeFirst(db: Database, line: Pick<HistoryEntry, 'description'>, first: LabelEdit | null, count: number): string {
  if (first === null || count !== 1) return line.description;
  if (first.kind === 'window') return describeReview(db, first);
  return first.kind === 'span' ? describeSpan(db, first) : line.description;
}

function describeReview(db: Database, { id, after }: Extract<LabelEdit, { kind: 'window' }>): string {
  const window = windowName(db, id);
  switch (after.state) {
    case 'reviewed':
      return `Completed ${window}`;
    case 'skipped':
      return after.skipReason === '' ? `Skipped ${window}` : `Skipped ${window}: ${after.skipReason}`;
    case 'pending':
      return `Put ${window} back among the pending`;
  }
}

function describeSpan(db: Database, { before, after }: Extract<LabelEdit, { kind: 'span' }>): string {
  if (before !== null && after !== null) return describeChange(db, before, after);
  const span = (after ?? before)!;
  const bars = quantity(barsBetween(db, span.seriesId, span.startTime, span.endTime) + 1, 'bar');
  return `${after === null ? 'Deleted' : 'Marked'} a span of ${bars} ${placeOf(db, span)}`;
}

/** How the fields of a span are called, and what one that is changed alone is said to have become. */
const FIELDS: Readonly<Record<'confidence' | 'startUncertainty' | 'endUncertainty' | 'type' | 'direction' | 'note', { readonly name: string; readonly become: (span: Span) => string }>> = {
  confidence: { name: 'confidence', become: ({ confidence }) => ` to ${Number(confidence.toFixed(2))}` },
  startUncertainty: { name: 'uncertainty of the start', become: ({ startUncertainty }) => ` to ${quantity(startUncertainty, 'bar')}` },
  endUncertainty: { name: 'uncertainty of the end', become: ({ endUncertainty }) => ` to ${quantity(endUncertainty, 'bar')}` },
  type: { name: 'type', become: ({ type }) => ` to ${type ?? 'none'}` },
  direction: { name: 'direction', become: ({ direction }) => ` to ${direction ?? 'what the bars say'}` },
  note: { name: 'note', become: ({ note }) => (note === '' ? ' to none' : '') },
};

function describeChange(db: Database, before: Span, after: Span): string {
  const place = placeOf(db, after);
  const moved = describeMove(db, before, after);
  const changed = Object.entries(FIELDS).filter(([field]) => before[field as keyof Span] !== after[field as keyof Span]);
  const names = changed.map(([, { name }]) => `the ${name}`);
  if (moved !== null && changed.length === 0) return `Moved ${moved.what}a span ${place}${moved.by}`;
  if (moved === null && changed.length === 1) return `Changed ${names[0]} of a span ${place}${changed[0][1].become(after)}`;
  if (moved !== null) names.unshift('the edges');
  return names.length === 0 ? `Left a span ${place} as it was` : `Changed ${listed(names)} of a span ${place}`;
}

function describeMove(db: Database, before: Span, after: Span): { readonly what: string; readonly by: string } | null {
  const start = barsBetween(db, after.seriesId, before.startTime, after.startTime);
  const end = barsBetween(db, after.seriesId, before.endTime, after.endTime);
  if (start === 0 && end === 0) return null;
  if (start === end) return { what: '', by: byBars(start) };
  if (start !== 0 && end !== 0) return { what: 'both edges of ', by: '' };
  return start === 0 ? { what: 'the end of ', by: byBars(end) } : { what: 'the start of ', by: byBars(start) };
}

const byBars = (bars: number): string => ` by ${quantity(Math.abs(bars), 'bar')} to the ${bars > 0 ? 'right' : 'left'}`;

/** From one bar to another; negative: back. */
function barsBetween(db: Database, id: SeriesId, from: TimeMs, to: TimeMs): number {
  return from === to ? 0 : findBarIndex(db, id, 0, to) - findBarIndex(db, id, 0, from);
}

const placeOf = (db: Database, { windowId }: Span): string => (windowId === null ? 'on the free chart' : `in ${windowName(db, windowId)}`);

const quantity = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
