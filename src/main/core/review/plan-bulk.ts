import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { BulkOrder, BulkPreview, BulkSpan } from '../../../shared/contract/review.ts';
import type { SpanId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { LabelEdit } from '../../../shared/labels/edits.ts';
import { chooseEntries, orderEntries } from '../../../shared/review/choose-entries.ts';
import type { ReviewEntry } from '../../../shared/review/review-entry.ts';
import type { EditRequest } from '../../store/label-history.ts';
import { decideEntry } from './decide-entry.ts';
import { findEntries } from './find-entries.ts';
import type { JudgedWindows } from './read-judged-windows.ts';

/** What accepting all above a score would do, and the edits that do it. */
export interface BulkPlan {
  readonly preview: BulkPreview;
  readonly edits: readonly LabelEdit[];
}

/** Of the labels and verdicts as they are now. The same for the same of them, apart from the ids and times of what is made. */
export function planBulk(db: Database, { filter, minScore }: Omit<BulkOrder, 'scope'>, judged: JudgedWindows, by: EditRequest): BulkPlan {
  const wanted = orderEntries(chooseEntries(findEntries(db, judged), { ...filter, decided: ['undecided'] }), 'surest').filter(
    ({ predictions, confidence, types }) => predictions.length > 0 && confidence >= minScore && types[0] !== 'agreed',
  );
  const accepted = withoutShared(wanted);
  const decided = accepted.map((entry) => ({ entry, edits: decideEntry(db, entry, { decision: 'accepted' }, judged.runId, by) }));
  const spans = decided.flatMap(({ entry, edits }) => edits.flatMap((edit) => (edit.kind === 'span' ? [toBulkSpan(entry, edit)] : [])));
  const count = (is: (span: BulkSpan) => boolean): number => spans.filter(is).length;
  return {
    edits: decided.flatMap(({ edits }) => edits),
    preview: {
      token: digest(decided.map(({ edits }) => edits.map(withoutChance))),
      entries: accepted.length,
      leftOut: wanted.length - accepted.length,
      made: count(({ before }) => before === null),
      changed: count(({ before, after }) => before !== null && after !== null),
      removed: count(({ after }) => after === null),
      spans,
    },
  };
}

/** The first of those that speak of the same label, which windows that overlap have in common. */
function withoutShared(entries: readonly ReviewEntry[]): readonly ReviewEntry[] {
  const taken = new Set<SpanId>();
  return entries.filter(({ labels }) => {
    if (labels.some(({ id }) => taken.has(id))) return false;
    labels.forEach(({ id }) => taken.add(id));
    return true;
  });
}

function toBulkSpan({ id, windowId }: ReviewEntry, { before, after }: { readonly before: Span | null; readonly after: Span | null }): BulkSpan {
  return {
    entryId: id,
    windowId,
    before: before && { startTime: before.startTime, endTime: before.endTime },
    after: after && { startTime: after.startTime, endTime: after.endTime, score: after.score },
  };
}

/** An edit without the ids of what it makes and the moment at which it is made. */
function withoutChance(edit: LabelEdit): unknown {
  if (edit.kind === 'span') return [edit.before, edit.after && { ...edit.after, id: edit.before?.id, createdAt: 0, updatedAt: 0 }];
  if (edit.kind === 'verdict') return [edit.before, edit.after && { ...edit.after, id: edit.before?.id, decidedAt: 0, labels: edit.after.labels.map((label) => ({ ...label, id: '' })) }];
  return edit;
}

const digest = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');
