import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CrfScores, CrfSequence } from '../../../../src/shared/engine/crf/crf-scores.ts';
import { forwardBackward } from '../../../../src/shared/engine/crf/forward-backward.ts';
import { nllGradient } from '../../../../src/shared/engine/crf/nll-gradient.ts';
import { pathScore } from '../../../../src/shared/engine/crf/path-score.ts';
import { viterbi } from '../../../../src/shared/engine/crf/viterbi.ts';
import { allPaths, anyCrfTask, type CrfTask } from './random-crf.ts';

/** log Z, marginals and pairwise marginals by adding up every path. */
function enumerate(sequence: CrfSequence, scores: CrfScores) {
  const { tags } = scores;
  const steps = sequence.emissions.length / tags;
  const paths = allPaths(sequence, scores);
  const weights = paths.map((path) => Math.exp(pathScore(sequence, scores, path)));
  const z = weights.reduce((sum, weight) => sum + weight, 0);
  const marginals = new Float64Array(steps * tags);
  const pairwise = new Float64Array(steps * tags * tags);
  paths.forEach((path, p) => {
    path.forEach((tag, t) => {
      marginals[t * tags + tag]! += weights[p]! / z;
      if (t > 0) pairwise[(t * tags + path[t - 1]!) * tags + tag]! += weights[p]! / z;
    });
  });
  return { logZ: Math.log(z), marginals, pairwise };
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expect(Math.abs(actual[i]! - expected[i]!)).toBeLessThanOrEqual(tolerance);
}

describe('the CRF against every path', () => {
  it('has the same partition, marginals and pairwise marginals', () => {
    fc.assert(
      fc.property(anyCrfTask(8), ({ sequence, scores }) => {
        const expected = enumerate(sequence, scores);
        const actual = forwardBackward(sequence, scores);
        expectClose([actual.logZ], [expected.logZ], 1e-10);
        expectClose(actual.marginals, expected.marginals, 1e-10);
        expectClose(actual.pairwise, expected.pairwise, 1e-10);
      }),
      { numRuns: 60 },
    );
  });

  it('finds a path that no other one outscores', () => {
    fc.assert(
      fc.property(anyCrfTask(7), ({ sequence, scores }) => {
        const found = viterbi(sequence, scores);
        const best = Math.max(...allPaths(sequence, scores).map((path) => pathScore(sequence, scores, path)));
        expect(pathScore(sequence, scores, found)).toBeCloseTo(best, 10);
        expect([...found.subarray(sequence.length)].every((tag) => tag === -1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('has a gradient that finite differences confirm', () => {
    fc.assert(
      fc.property(anyCrfTask(6, 3), (task) => {
        const { gradient } = nllGradient(task.sequence, task.scores, task.path);
        const parts = [
          [task.sequence.emissions, gradient.emissions, (emissions: number[]) => ({ ...task, sequence: { ...task.sequence, emissions } })],
          [task.scores.start, gradient.start, (start: number[]) => ({ ...task, scores: { ...task.scores, start } })],
          [task.scores.end, gradient.end, (end: number[]) => ({ ...task, scores: { ...task.scores, end } })],
          [task.scores.transitions, gradient.transitions, (transitions: number[]) => ({ ...task, scores: { ...task.scores, transitions } })],
        ] as const;
        for (const [values, slopes, change] of parts) expectClose(slopes, finiteDifferences(values, change), 1e-7);
      }),
      { numRuns: 20 },
    );
  });
});

function finiteDifferences(values: ArrayLike<number>, change: (values: number[]) => CrfTask): number[] {
  const step = 1e-5;
  const nll = (i: number, by: number): number => {
    const { sequence, scores, path } = change(Array.from(values, (value, k) => (k === i ? value + by : value)));
    return nllGradient(sequence, scores, path).nll;
  };
  return Array.from(values, (_, i) => (nll(i, step) - nll(i, -step)) / (2 * step));
}

describe('the CRF with scores of +-50 over 300 bars', () => {
  it('stays finite, and its marginals are probabilities', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.infiniteStream(fc.constantFrom(-50, 50)), (length, signs) => {
        const draw = (size: number): number[] => Array.from({ length: size }, () => signs.next().value as number);
        const sequence = { emissions: draw(length * 2), length };
        const scores = { tags: 2, start: draw(2), end: draw(2), transitions: draw(4) };
        const { logZ, marginals } = forwardBackward(sequence, scores);
        expect(Number.isFinite(logZ)).toBe(true);
        for (let t = 0; t < length; t++) expect(marginals[2 * t]! + marginals[2 * t + 1]!).toBeCloseTo(1, 8);
        expect(nllGradient(sequence, scores, viterbi(sequence, scores)).nll).toBeGreaterThan(-1e-8);
      }),
      { numRuns: 30 },
    );
  });
});
