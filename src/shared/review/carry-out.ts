import { ExpanseError } from '../contract/errors.ts';
import type { RunId, SpanId, WindowId } from '../domain/ids.ts';
import type { Direction, Span } from '../domain/span.ts';
import type { TimeMs } from '../domain/time.ts';
import type { Decision, JudgedPrediction, LabelPlace } from '../domain/verdict.ts';
import type { LabelEdit } from '../labels/edits.ts';
import type { ReviewEntry } from './review-entry.ts';

type SpanEdit = Extract<LabelEdit, { kind: 'span' }>;

/** Which edges of the labels are fixed: to the predicted ones, or by hand, at least one of the two. */
export type FixedEdges = 'both' | 'start' | 'end' | { readonly startTime?: TimeMs; readonly endTime?: TimeMs };

/** What a person decides of an entry. `confidence`: of labels that are made, 1 unless given. */
export type DecisionRequest =
  | { readonly decision: 'accepted'; readonly confidence?: number }
  | { readonly decision: 'fixed'; readonly edges: FixedEdges; readonly confidence?: number }
  | { readonly decision: Exclude<Decision, 'accepted' | 'fixed'> };

/** What a decision needs beside the entry. */
export interface DecisionContext {
  readonly runId: RunId;
  /** The labels of the entry as they are stored, in its order. */
  readonly labels: readonly Span[];
  readonly by: { readonly at: TimeMs; readonly author: string };
  newId(): SpanId;
  /** Of the price from the first bar to the last. */
  directionOf(startTime: TimeMs, endTime: TimeMs): Direction | null;
}

/** The edits of labels that a decision means, and where its labels are after them. */
export interface CarriedOut {
  readonly edits: readonly SpanEdit[];
  readonly labels: readonly LabelPlace[];
}

/**
 * `accepted`: the labels become what the run says. A missed label is removed; a false alarm becomes a label of the window;
 * otherwise the label of the pair takes both edges of its prediction (and the direction of the price, where its own differed),
 * further labels are removed and further predictions become labels like it.
 * `fixed`: the first label takes the start of the first prediction, the last label the end of the last; one of them, or edges
 * given by hand. Of a false alarm, by hand alone: it becomes a label with these edges.
 * `rejected`, `unsure`: no label changes.
 * A label that takes all of a prediction, or is made from one, has it as source, with its score and run.
 * Throws ExpanseError 'invalid-input' where there is nothing to take an edge from or to.
 */
export function carryOut(entry: ReviewEntry, request: DecisionRequest, context: DecisionContext): CarriedOut {
  const edits = editsOf(entry, request, context);
  return { edits, labels: placesAfter(context, edits) };
}

function editsOf(entry: ReviewEntry, request: DecisionRequest, context: DecisionContext): readonly SpanEdit[] {
  if (request.decision === 'accepted') return accept(entry, request.confidence, context);
  return request.decision === 'fixed' ? fix(entry, request, context) : [];
}

function accept(entry: ReviewEntry, confidence: number | undefined, context: DecisionContext): readonly SpanEdit[] {
  const { labels } = context;
  if (entry.pair === null) {
    return entry.predictions.length === 0 ? labels.map(removal) : entry.predictions.map((prediction) => creation(newLabel(entry, prediction, confidence, context)));
  }
  const own = labels[entry.pair.label];
  const taken = takeOver(own, entry.predictions[entry.pair.prediction], context);
  const { pair } = entry;
  return [
    change(own, taken),
    ...labels.filter((_, n) => n !== pair.label).map(removal),
    ...entry.predictions
      .filter((_, n) => n !== pair.prediction)
      .map((prediction) => creation({ ...takeOver(own, prediction, context), id: context.newId(), createdAt: context.by.at })),
  ];
}

function fix(entry: ReviewEntry, { edges, confidence }: Extract<DecisionRequest, { decision: 'fixed' }>, context: DecisionContext): readonly SpanEdit[] {
  const { startTime, endTime } = typeof edges === 'string' ? predictedEdges(entry, edges) : edges;
  const changes = { ...(startTime === undefined ? {} : { startTime }), ...(endTime === undefined ? {} : { endTime }) };
  if (context.labels.length === 0) {
    if (typeof edges === 'string') throw new ExpanseError('invalid-input', 'A false alarm has no label whose edges could be fixed.', 'Accept it, or give its edges by hand.');
    return [creation({ ...newLabel(entry, entry.predictions[0], confidence, context), ...changes })];
  }
  return moveEdges(context.labels, startTime, endTime).flatMap((after, n) => {
    const before = context.labels[n];
    return after.startTime === before.startTime && after.endTime === before.endTime ? [] : [change(before, { ...after, updatedAt: context.by.at })];
  });
}

function predictedEdges({ predictions }: ReviewEntry, edges: 'both' | 'start' | 'end'): { readonly startTime?: TimeMs; readonly endTime?: TimeMs } {
  if (predictions.length === 0) throw new ExpanseError('invalid-input', 'No prediction meets this label, so there are no edges to take.', 'Accept to remove the label, reject to let it stand, or give its edges by hand.');
  const { startTime } = predictions[0];
  const endTime = predictions.reduce((last, prediction) => (prediction.endTime > last ? prediction.endTime : last), predictions[0].endTime);
  return { ...(edges === 'end' ? {} : { startTime }), ...(edges === 'start' ? {} : { endTime }) };
}

/** The outer edges of labels in time. */
function moveEdges(labels: readonly Span[], startTime: TimeMs | undefined, endTime: TimeMs | undefined): readonly Span[] {
  const last = labels.reduce((best, label, n) => (label.endTime > labels[best].endTime ? n : best), 0);
  return labels.map((label, n) => ({
    ...label,
    ...(n === 0 && startTime !== undefined ? { startTime } : {}),
    ...(n === last && endTime !== undefined ? { endTime } : {}),
  }));
}

/** The label with all that the prediction says. */
function takeOver(label: Span, { startTime, endTime, score, direction }: JudgedPrediction, { by, runId }: DecisionContext): Span {
  const contradicts = label.direction !== null && direction !== null && label.direction !== direction;
  return { ...label, startTime, endTime, direction: contradicts ? null : label.direction, author: by.author, source: 'prediction', score, runId, updatedAt: by.at };
}

function newLabel({ seriesId, windowId }: { readonly seriesId: Span['seriesId']; readonly windowId: WindowId }, { startTime, endTime, score }: JudgedPrediction, confidence: number | undefined, { by, runId, newId }: DecisionContext): Span {
  return {
    id: newId(),
    seriesId,
    windowId,
    startTime,
    endTime,
    confidence: confidence ?? 1,
    startUncertainty: 0,
    endUncertainty: 0,
    type: null,
    direction: null,
    note: '',
    author: by.author,
    source: 'prediction',
    score,
    runId,
    createdAt: by.at,
    updatedAt: by.at,
  };
}

const creation = (after: Span): SpanEdit => ({ kind: 'span', id: after.id, before: null, after });
const removal = (before: Span): SpanEdit => ({ kind: 'span', id: before.id, before, after: null });
const change = (before: Span, after: Span): SpanEdit => ({ kind: 'span', id: before.id, before, after });

function placesAfter({ labels, directionOf }: DecisionContext, edits: readonly SpanEdit[]): readonly LabelPlace[] {
  const spans = new Map(labels.map((label) => [label.id, label]));
  for (const { id, after } of edits) {
    if (after === null) spans.delete(id);
    else spans.set(id, after);
  }
  return [...spans.values()]
    .map(({ id, startTime, endTime, direction }) => ({ id, startTime, endTime, direction: direction ?? directionOf(startTime, endTime) }))
    .toSorted((a, b) => a.startTime - b.startTime || a.endTime - b.endTime);
}
