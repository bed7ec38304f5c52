import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runId, spanId } from '../../../src/shared/domain/ids.ts';
import type { Span } from '../../../src/shared/domain/span.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import { applyEdits, EMPTY_LABELS, invertEdits } from '../../../src/shared/labels/edits.ts';
import { carryOut, type DecisionContext, type DecisionRequest } from '../../../src/shared/review/carry-out.ts';
import type { ReviewEntry } from '../../../src/shared/review/review-entry.ts';
import type { ReviewLabel, ReviewPrediction } from '../../../src/shared/review/type-window.ts';
import { at, entriesOf, label, prediction, someLabels, somePredictions, storedLabel } from './review-fixtures.ts';

const BY = { at: timeMs(9), author: 'bob' };

function contextOf(entry: ReviewEntry, labels: readonly ReviewLabel[], changes: Partial<Span> = {}): DecisionContext {
  let made = 0;
  const stored = entry.labels.map(({ id }) => storedLabel(labels.find((each) => each.id === id)!, changes));
  return { runId: runId(7), labels: stored, by: BY, newId: () => spanId(`new${made++}`), directionOf: () => 'up' };
}

/** The labels of the only entry, in time, after a decision. */
function decide(predictions: readonly ReviewPrediction[], labels: readonly ReviewLabel[], request: DecisionRequest, changes: Partial<Span> = {}) {
  const [entry, ...others] = entriesOf(predictions, labels);
  expect(others).toEqual([]);
  const context = contextOf(entry, labels, changes);
  const { edits } = carryOut(entry, request, context);
  const state = applyEdits({ ...EMPTY_LABELS, spans: new Map(context.labels.map((span) => [span.id, span])) }, edits);
  return [...state.spans.values()].toSorted((a, b) => a.startTime - b.startTime || a.endTime - b.endTime);
}

describe('accepting', () => {
  it('makes a label of a false alarm, as sure as was said, with its score and run', () => {
    const [made, ...rest] = decide([prediction(5, 9, 0.75)], [], { decision: 'accepted', confidence: 0.4 });
    expect(rest).toEqual([]);
    expect(made).toMatchObject({ id: 'new0', windowId: 3, startTime: at(5), endTime: at(9), confidence: 0.4, source: 'prediction', score: 0.75, runId: 7, author: 'bob', type: null, direction: null });
    expect(decide([prediction(5, 9)], [], { decision: 'accepted' })[0].confidence).toBe(1);
  });

  it('removes a label that no prediction meets', () => {
    expect(decide([], [label(5, 9)], { decision: 'accepted' })).toEqual([]);
  });

  it('gives the label both edges and the score, and leaves what else was said of it', () => {
    const [taken] = decide([prediction(6, 12, 0.75)], [label(5, 9)], { decision: 'accepted' });
    expect(taken).toMatchObject({ id: 'l5-9', startTime: at(6), endTime: at(12), confidence: 0.6, type: 'retracement', note: 'mine', createdAt: 1, updatedAt: 9, source: 'prediction', score: 0.75, runId: 7 });
  });

  it('leaves the direction to the bars where the label contradicts them', () => {
    const [taken] = decide([prediction(5, 9, 0.5, 'down')], [label(5, 9)], { decision: 'accepted' }, { direction: 'up' });
    expect(taken.direction).toBeNull();
    expect(decide([prediction(5, 10, 0.5, 'up')], [label(5, 9)], { decision: 'accepted' }, { direction: 'up' })[0].direction).toBe('up');
  });

  it('splits a label and merges labels as the run does', () => {
    const parts = decide([prediction(10, 13, 0.25), prediction(16, 20, 0.75)], [label(10, 20)], { decision: 'accepted' });
    expect(parts.map(({ startTime, endTime, note }) => [startTime, endTime, note])).toEqual([[at(10), at(13), 'mine'], [at(16), at(20), 'mine']]);
    expect(parts.map(({ score }) => score)).toEqual([0.25, 0.75]);
    const whole = decide([prediction(5, 25)], [label(5, 10), label(18, 25)], { decision: 'accepted' });
    expect(whole).toMatchObject([{ startTime: at(5), endTime: at(25) }]);
  });
});

describe('fixing', () => {
  it('takes one edge or both, and the label stays a person’s', () => {
    const ask = (edges: 'start' | 'end' | 'both') => decide([prediction(6, 12)], [label(5, 9)], { decision: 'fixed', edges });
    expect(ask('start')).toMatchObject([{ startTime: at(6), endTime: at(9), source: 'person', score: null, author: 'ann', updatedAt: 9 }]);
    expect(ask('end')).toMatchObject([{ startTime: at(5), endTime: at(12) }]);
    expect(ask('both')).toMatchObject([{ startTime: at(6), endTime: at(12), source: 'person' }]);
  });

  it('takes the outer edges of several', () => {
    const two = decide([prediction(4, 26)], [label(5, 10), label(18, 25)], { decision: 'fixed', edges: 'both' });
    expect(two).toMatchObject([{ startTime: at(4), endTime: at(10) }, { startTime: at(18), endTime: at(26) }]);
    const one = decide([prediction(9, 13), prediction(16, 20)], [label(10, 21)], { decision: 'fixed', edges: 'both' });
    expect(one).toMatchObject([{ startTime: at(9), endTime: at(20) }]);
  });

  it('takes edges that were set by hand, also of a false alarm', () => {
    expect(decide([prediction(6, 12)], [label(5, 9)], { decision: 'fixed', edges: { endTime: at(10) } })).toMatchObject([{ startTime: at(5), endTime: at(10) }]);
    expect(decide([prediction(6, 12)], [], { decision: 'fixed', edges: { startTime: at(7) } })).toMatchObject([{ startTime: at(7), endTime: at(12), source: 'prediction' }]);
  });

  it('refuses where there is no edge to take, or no label to give it to', () => {
    expect(() => decide([], [label(5, 9)], { decision: 'fixed', edges: 'both' })).toThrow('No prediction meets this label');
    expect(() => decide([prediction(5, 9)], [], { decision: 'fixed', edges: 'start' })).toThrow('A false alarm has no label');
  });
});

describe('any decision', () => {
  const decisions: fc.Arbitrary<DecisionRequest> = fc.constantFrom<DecisionRequest>(
    { decision: 'accepted' },
    { decision: 'fixed', edges: 'both' },
    { decision: 'fixed', edges: 'start' },
    { decision: 'rejected' },
    { decision: 'unsure' },
  );

  it('leaves of each entry what its words say, tells where the labels are then, and can be taken back', () => {
    fc.assert(
      fc.property(somePredictions, someLabels, decisions, (predictions, labels, request) => {
        for (const entry of entriesOf(predictions, labels)) {
          if (request.decision === 'fixed' && (entry.predictions.length === 0 || entry.labels.length === 0)) continue;
          const context = contextOf(entry, labels);
          const { edits, labels: left } = carryOut(entry, request, context);
          const before = { ...EMPTY_LABELS, spans: new Map(context.labels.map((span) => [span.id, span])) };
          const after = applyEdits(before, edits);
          const places = [...after.spans.values()].map(({ startTime, endTime }) => `${startTime}-${endTime}`).toSorted();
          expect(left.map(({ startTime, endTime }) => `${startTime}-${endTime}`).toSorted()).toEqual(places);
          expect(left.map(({ id }) => id).toSorted()).toEqual([...after.spans.keys()].toSorted());
          expect(applyEdits(after, invertEdits(edits))).toEqual(before);
          const ofRun = entry.predictions.map(({ startTime, endTime }) => `${startTime}-${endTime}`).toSorted();
          const asBefore = entry.labels.map(({ startTime, endTime }) => `${startTime}-${endTime}`).toSorted();
          if (request.decision === 'accepted') expect(places).toEqual(ofRun);
          if (request.decision === 'rejected' || request.decision === 'unsure') expect(places).toEqual(asBefore);
          if (request.decision === 'fixed') expect(places).toHaveLength(asBefore.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
