import type { Database } from 'better-sqlite3';
import { newSpanId, newVerdictId, type RunId, type SpanId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { conflict, type LabelEdit } from '../../../shared/labels/edits.ts';
import { carryOut, type DecisionContext, type DecisionRequest } from '../../../shared/review/carry-out.ts';
import type { ReviewEntry } from '../../../shared/review/review-entry.ts';
import type { EditRequest } from '../../store/label-history.ts';
import { findSpan } from '../../store/queries/spans.ts';
import { requireValidSpan } from '../labels/require-valid-span.ts';
import { makeDirectionReader } from './find-entries.ts';

/**
 * All that a decision changes: labels, and the verdict last, in place of an earlier one of the same run on the same
 * prediction. Throws ExpanseError 'invalid-input' where the edges cannot be those of a label, 'conflict' where a label of
 * the entry is gone.
 */
export function decideEntry(db: Database, entry: ReviewEntry, request: DecisionRequest, runId: RunId, by: EditRequest): readonly LabelEdit[] {
  const labels = entry.labels.map(({ id }) => requireLabel(db, id));
  const readDirections = makeDirectionReader(db);
  const directionOf: DecisionContext['directionOf'] = (from, to) => readDirections(entry.seriesId, from, to)(from, to);
  const { edits, labels: left } = carryOut(entry, request, { runId, labels, by, newId: newSpanId, directionOf });
  for (const { after } of edits) if (after !== null) requireValidSpan(db, after);
  const { predictions, types, confidence, seriesId, windowId } = entry;
  const before = isOfThis(entry.verdict, entry, runId) ? entry.verdict : null;
  const verdict: Verdict = {
    id: before?.id ?? newVerdictId(),
    seriesId,
    windowId,
    runId,
    types: types.filter((type) => type !== 'agreed'),
    decision: request.decision,
    confidence,
    predictions: predictions.map(({ startTime, endTime, bars, score, direction }) => ({ startTime, endTime, bars, score, direction })),
    labels: left,
    author: by.author,
    decidedAt: by.at,
  };
  return [...edits, { kind: 'verdict', id: verdict.id, before, after: verdict }];
}

function requireLabel(db: Database, id: SpanId): Span {
  const span = findSpan(db, id);
  if (span === undefined) throw conflict(`Span ${id}`);
  return span;
}

/** On the very same predictions, or on the same missed label, and not on others that are like it. */
function isOfThis(verdict: Verdict | null, entry: ReviewEntry, runId: RunId): verdict is Verdict {
  if (verdict === null || verdict.runId !== runId || verdict.windowId !== entry.windowId || verdict.predictions.length !== entry.predictions.length) return false;
  return verdict.predictions.every(({ startTime, endTime }, n) => startTime === entry.predictions[n].startTime && endTime === entry.predictions[n].endTime);
}
