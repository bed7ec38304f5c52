import { expect, it } from 'vitest';
import { HISTOGRAM_BINS, MOST_WATCHED } from '../../../../src/shared/domain/epoch-view.ts';
import { barScores } from '../../../../src/shared/engine/evaluation/bar-scores.ts';
import { unpackCurve } from '../../../../src/shared/engine/training/curve-text.ts';
import { makeEpochViewer } from '../../../../src/shared/engine/training/epoch-view.ts';
import type { PartOutcome } from '../../../../src/shared/engine/training/evaluate-part.ts';
import { makeData } from './train-tasks.ts';

const data = makeData({ windows: 20, length: 12, inputs: 3 }, 6);
const perTask = { pointers: 0, type: 0, span: 0, countdown: 0 };
const outcome = (probability: Float32Array): PartOutcome => ({ losses: { raw: perTask, weighted: 0, sum: 0 }, probability });

it('the view of an epoch counts every bar once, in its part of [0, 1]', () => {
  const val = data.val!;
  const probability = Float32Array.from({ length: val.windows * val.length }, (_, i) => Math.min(1, ((i % 41) + 0.5) / 40));
  const { histogram } = makeEpochViewer(data)(outcome(probability), []);
  // The slow way: each bin asks all bars.
  for (let bin = 0; bin < HISTOGRAM_BINS; bin++) {
    const inBin = [...probability.keys()].filter((i) => (i % 41 === bin) || (bin === HISTOGRAM_BINS - 1 && i % 41 === 40));
    expect(histogram!.inSpan[bin]).toBe(inBin.filter((i) => val.mask[i]! > 0.5).length);
    expect(histogram!.outSpan[bin]).toBe(inBin.filter((i) => !(val.mask[i]! > 0.5)).length);
  }
});

it('tells the probabilities of the watched windows, and leaves out what is no place', () => {
  const val = data.val!;
  const probability = Float32Array.from({ length: val.windows * val.length }, (_, i) => (i % 91) / 90);
  const { windows } = makeEpochViewer(data)(outcome(probability), [3, 0, val.windows]);
  expect(windows.map(({ place }) => place)).toEqual([3, 0]);
  expect([...unpackCurve(windows[0]!.curve, val.length)]).toEqual([...probability.subarray(3 * val.length, 4 * val.length)]);
});

it('tells the best F1 of guessing by position: none of all thresholds gives a better one', () => {
  const { train, val } = data;
  const share = (position: number) => [...Array(train.windows).keys()].filter((n) => train.mask[n * train.length + position]! > 0.5).length / train.windows;
  const guess = Float32Array.from(val!.mask, (_, i) => share(i % val!.length));
  const best = Math.max(...[...new Set(guess)].map((threshold) => barScores(guess, val!.mask, threshold).f1));
  expect(makeEpochViewer(data)(null, []).priorF1).toBeCloseTo(best, 6);
});

it('guesses by position from the windows as they are, not from their variants', () => {
  const { train } = data;
  const varied = { ...train, variants: 2, mask: Float32Array.from({ length: 2 * train.mask.length }, (_, i) => train.mask[i] ?? 1) };
  expect(makeEpochViewer({ ...data, train: varied })(null, []).priorF1).toBe(makeEpochViewer(data)(null, []).priorF1);
});

it('is empty without a validation part', () => {
  expect(makeEpochViewer({ ...data, val: null })(null, [1])).toEqual({ histogram: null, priorF1: null, windows: [] });
});

it('stays below its bound whatever is watched', () => {
  const length = 5000;
  const probability = new Float32Array(MOST_WATCHED * length).map((_, i) => (i % 97) / 97);
  const mask = probability.map((value) => (value > 0.5 ? 1 : 0));
  const part = { ...data.train, windows: MOST_WATCHED, length, mask };
  const view = makeEpochViewer({ train: part, val: part })(outcome(probability), [0, 1, 2, 3, 4, 5]);
  const filled = { inSpan: new Array<number>(HISTOGRAM_BINS).fill(99_999_999), outSpan: new Array<number>(HISTOGRAM_BINS).fill(99_999_999) };
  expect(JSON.stringify({ ...view, histogram: filled, memory: { process: 1e13, backend: 1e13 } }).length).toBeLessThan(3500);
});
