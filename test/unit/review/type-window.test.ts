import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchSpans, reachesIou } from '../../../src/shared/engine/evaluation/match-spans.ts';
import { groupSpans, meets } from '../../../src/shared/review/group-spans.ts';
import { typeWindow, type ReviewLabel, type ReviewPrediction } from '../../../src/shared/review/type-window.ts';
import { label, prediction, someLabels, somePredictions, windowOf } from './review-fixtures.ts';
import { slowTyping, type SlowFinding } from './slow-typing.ts';

/** The types of each finding, in time. */
const types = (predictions: readonly ReviewPrediction[], labels: readonly ReviewLabel[], tolerance = 0) =>
  typeWindow(windowOf(predictions, labels, tolerance)).map((finding) => finding.types.join(' '));

const span = ({ start, end }: { readonly start: number; readonly end: number }): string => `${start}-${end}`;

/** Findings and the spans of each without regard to order; ids tell labels at one place apart. */
const told = (findings: readonly SlowFinding[]): readonly string[] =>
  findings.map((finding) => [finding.types.join('+'), finding.predictions.map(span).toSorted().join(), finding.labels.map((each) => `${each.id}:${span(each)}`).toSorted().join()].join(' | ')).toSorted();

describe('spans meet', () => {
  it('where they share half of the shorter one', () => {
    expect(meets({ start: 0, end: 3 }, { start: 2, end: 20 })).toBe(true);
    expect(meets({ start: 0, end: 3 }, { start: 3, end: 20 })).toBe(false);
    expect(meets({ start: 5, end: 5 }, { start: 0, end: 20 })).toBe(true);
    expect(meets({ start: 0, end: 3 }, { start: 4, end: 7 })).toBe(false);
  });
});

describe('disagreements of a window', () => {
  it('are missed labels and false alarms where nothing meets', () => {
    expect(types([], [label(5, 9)])).toEqual(['missed']);
    expect(types([prediction(20, 25)], [label(5, 9)])).toEqual(['missed', 'false-alarm']);
    // One shared bar of five is no meeting.
    expect(types([prediction(9, 14)], [label(5, 9)])).toEqual(['missed', 'false-alarm']);
    expect(types([], [])).toEqual([]);
  });

  it('are edges that are off, one or both, by how many bars', () => {
    const found = (start: number, end: number) => typeWindow(windowOf([prediction(start, end)], [label(10, 19)]))[0];
    expect(found(8, 19)).toMatchObject({ types: ['early-start'], pair: { startError: -2, endError: 0, iou: 10 / 12 } });
    expect(found(11, 19)).toMatchObject({ types: ['late-start'], pair: { startError: 1, endError: 0 } });
    expect(found(10, 16)).toMatchObject({ types: ['early-end'], pair: { startError: 0, endError: -3 } });
    expect(found(12, 21)).toMatchObject({ types: ['late-start', 'late-end'], pair: { startError: 2, endError: 2 } });
    expect(found(10, 19)).toMatchObject({ types: ['agreed'], pair: { iou: 1 } });
    // IoU 0.2: the evaluation does not count it as found, but it meets.
    expect(found(18, 19)).toMatchObject({ types: ['late-start'], pair: { startError: 8, iou: 0.2 } });
  });

  it('leave alone edges within the tolerance and the uncertainty of the label', () => {
    expect(types([prediction(8, 20)], [label(10, 19)], 1)).toEqual(['early-start']);
    expect(types([prediction(8, 20)], [label(10, 19)], 2)).toEqual(['agreed']);
    expect(types([prediction(8, 20)], [label(10, 19, { startUncertainty: 2.5 })])).toEqual(['late-end']);
  });

  it('are splits and merges of what meets, not of what only touches', () => {
    expect(types([prediction(10, 13), prediction(16, 20)], [label(10, 20)])).toEqual(['split']);
    expect(types([prediction(5, 25)], [label(5, 10), label(18, 25)])).toEqual(['merged']);
    expect(types([prediction(10, 20), prediction(22, 30)], [label(10, 22)])).toEqual(['early-end', 'false-alarm']);
    // A chain: the second prediction joins the first label, the second label the first prediction.
    expect(types([prediction(0, 3, 0.9), prediction(5, 9, 0.5)], [label(0, 7)])).toEqual(['split']);
  });

  it('are wrong directions before all else, where both are known', () => {
    expect(types([prediction(10, 19, 0.5, 'down')], [label(10, 19)])).toEqual(['wrong-direction']);
    expect(types([prediction(10, 20, 0.5, 'down')], [label(10, 19)])).toEqual(['wrong-direction late-end']);
    expect(types([prediction(10, 19, 0.5, null)], [label(10, 19)])).toEqual(['agreed']);
    expect(types([prediction(10, 19, 0.5, 'down')], [label(10, 19, { direction: null })])).toEqual(['agreed']);
  });

  it('are as sure as the surest prediction, and a missed label as its most likely bar leaves', () => {
    const [split] = typeWindow(windowOf([prediction(10, 13, 0.25), prediction(16, 20, 0.75)], [label(10, 20)]));
    expect(split.confidence).toBe(0.75);
    const [missed] = typeWindow({ predictions: [], labels: [label(1, 3)], probability: Float32Array.of(1, 0.125, 0.25, 0, 1), tolerance: 0 });
    expect(missed.confidence).toBe(0.75);
  });

  it('are those that the slow oracle finds', () => {
    fc.assert(
      fc.property(somePredictions, someLabels, fc.constantFrom(0, 1, 3), (predictions, labels, tolerance) => {
        expect(told(typeWindow(windowOf(predictions, labels, tolerance)))).toEqual(told(slowTyping(predictions, labels, tolerance)));
      }),
      { numRuns: 500 },
    );
  });

  it('hold every prediction and every label exactly once, and the pairs of the evaluation', () => {
    fc.assert(
      fc.property(somePredictions, someLabels, (predictions, labels) => {
        const findings = typeWindow(windowOf(predictions, labels));
        const once = <Item>(items: readonly Item[], all: readonly Item[]): void => {
          expect(items).toHaveLength(all.length);
          expect(new Set(items)).toEqual(new Set(all));
        };
        once(findings.flatMap((finding) => finding.predictions), predictions);
        once(findings.flatMap((finding) => finding.labels), labels);
        const pairs = findings.flatMap(({ pair }) => (pair !== null && pair.iou >= 0.5 ? [pair] : []));
        for (const [decoded, labelled] of matchSpans(predictions, labels, reachesIou(0.5))) {
          expect(pairs).toContainEqual(expect.objectContaining({ prediction: decoded, label: labelled }));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('turn into their opposites where labels and predictions swap roles', () => {
    const opposite: Readonly<Record<string, string>> = {
      'missed': 'false-alarm',
      'false-alarm': 'missed',
      'merged': 'split',
      'split': 'merged',
      'early-start': 'late-start',
      'late-start': 'early-start',
      'early-end': 'late-end',
      'late-end': 'early-end',
    };
    fc.assert(
      fc.property(somePredictions, somePredictions, (ones, others) => {
        const asLabels = (spans: readonly ReviewPrediction[]): readonly ReviewLabel[] => spans.map(({ start, end, direction }) => label(start, end, { direction }));
        const there = typeWindow(windowOf(ones, asLabels(others)));
        const back = typeWindow(windowOf(others, asLabels(ones)));
        const alone = (findings: typeof there, type: string, side: 'predictions' | 'labels') => findings.filter((finding) => finding.types[0] === type).map((finding) => span(finding[side][0]));
        expect(alone(there, 'missed', 'labels')).toEqual(alone(back, 'false-alarm', 'predictions'));
        expect(alone(there, 'false-alarm', 'predictions')).toEqual(alone(back, 'missed', 'labels'));
        // In a chain of several on both sides the scores decide who joins whom, and those are not the labels'.
        const isChain = groupSpans(ones, others).some((group) => [...group.predictions, ...group.labels].some((each) => [...ones, ...others].filter((other) => other !== each && meets(each, other)).length > 1 && group.predictions.length * group.labels.length !== 0));
        if (isChain) return;
        const tell = (findings: typeof there, swap: boolean) => findings.map((finding) => finding.types.map((type) => (swap ? (opposite[type] ?? type) : type)).join('+')).toSorted();
        expect(tell(there, true)).toEqual(tell(back, false));
      }),
      { numRuns: 500 },
    );
  });
});
