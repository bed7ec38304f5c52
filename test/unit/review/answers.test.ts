import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runId, seriesId, spanId } from '../../../src/shared/domain/ids.ts';
import { answers } from '../../../src/shared/review/answers.ts';
import { BARS, entriesOf, label, MINUTE, prediction, rejection, someLabels, somePredictions, TIME } from './review-fixtures.ts';
import type { ReviewLabel, ReviewPrediction } from '../../../src/shared/review/type-window.ts';

const only = (predictions: readonly ReviewPrediction[], labels: readonly ReviewLabel[]) => {
  const entries = entriesOf(predictions, labels);
  expect(entries).toHaveLength(1);
  return entries[0];
};

describe('a verdict answers', () => {
  const judged = only([prediction(10, 19)], []);
  const verdict = rejection(judged);

  it('the entry that it was given on, every one of them', () => {
    fc.assert(
      fc.property(somePredictions, someLabels, (predictions, labels) => {
        for (const entry of entriesOf(predictions, labels)) expect(answers(rejection(entry), entry, TIME)).toBe(true);
      }),
    );
  });

  it('nearly the same prediction of another run, and no other', () => {
    expect(answers({ ...verdict, runId: runId(9) }, only([prediction(12, 20)], []), TIME)).toBe(true);
    expect(answers(verdict, only([prediction(16, 30)], []), TIME)).toBe(false);
    expect(answers(verdict, only([prediction(30, 34)], []), TIME)).toBe(false);
    expect(answers(verdict, only([prediction(10, 19, 0.5, 'down')], []), TIME)).toBe(false);
    expect(answers({ ...verdict, seriesId: seriesId(2) }, judged, TIME)).toBe(false);
  });

  it('the same prediction in a window that overlaps', () => {
    const later = TIME.map((time) => time + 5 * MINUTE);
    const [shifted] = entriesOf([prediction(5, 14)], [], later);
    expect(shifted.predictions[0].startTime).toBe(judged.predictions[0].startTime);
    expect(answers(verdict, shifted, later)).toBe(true);
  });

  it('not once a label was made, moved or removed there', () => {
    expect(answers(verdict, only([prediction(10, 19)], [label(10, 18)]), TIME)).toBe(false);
    const withLabel = rejection(only([prediction(10, 19)], [label(12, 19)]));
    expect(answers(withLabel, only([prediction(10, 19)], [label(12, 19)]), TIME)).toBe(true);
    expect(answers(withLabel, only([prediction(10, 19)], [label(13, 19, { id: spanId('l12-19') })]), TIME)).toBe(false);
    expect(answers(withLabel, judged, TIME)).toBe(false);
  });

  it('a missed label where it was let stand or set, as long as it stays where it was', () => {
    const missed = only([], [label(3, 8)]);
    expect(answers(rejection(missed), missed, TIME)).toBe(true);
    expect(answers(rejection(missed), only([], [label(3, 9, { id: spanId('l3-8') })]), TIME)).toBe(false);
    expect(answers(rejection(missed), only([], [label(3, 8, { id: spanId('other') })]), TIME)).toBe(false);
    // The label was only by the way when its edges were rejected; that it is missed now is news.
    const edges = rejection(only([prediction(3, 6)], [label(3, 8)]));
    expect(answers(edges, missed, TIME)).toBe(false);
    expect(answers({ ...edges, decision: 'fixed' }, missed, TIME)).toBe(true);
  });

  it('as the slow oracle counts bars', () => {
    const barsOf = ({ startTime, endTime }: { readonly startTime: number; readonly endTime: number }) => [...TIME].filter((time) => time >= startTime && time <= endTime);
    const near = (a: ReviewPrediction, b: ReviewPrediction) => {
      const [one, other] = [a, b].map(({ start, end }) => barsOf({ startTime: TIME[start], endTime: TIME[end] }));
      return 2 * one.filter((bar) => other.includes(bar)).length >= new Set([...one, ...other]).size;
    };
    const some = fc.record({ start: fc.nat(BARS - 1), length: fc.integer({ min: 1, max: 12 }) }).map(({ start, length }) => prediction(start, Math.min(BARS - 1, start + length - 1)));
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(answers(rejection(only([a], [])), only([b], []), TIME)).toBe(near(a, b));
      }),
    );
  });
});
