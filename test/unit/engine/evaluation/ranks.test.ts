import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawResamples } from '../../../../src/shared/engine/evaluation/bootstrap/resamples.ts';
import { probabilityHistogram } from '../../../../src/shared/engine/evaluation/curves/histogram.ts';
import { reliabilityBins } from '../../../../src/shared/engine/evaluation/curves/reliability.ts';
import { precisionRecall, thresholdCurve } from '../../../../src/shared/engine/evaluation/curves/threshold-curve.ts';
import { barScores } from '../../../../src/shared/engine/evaluation/bar-scores.ts';
import { rankBars } from '../../../../src/shared/engine/evaluation/ranks/rank-bars.ts';
import { rankedFigures, sampleRanked } from '../../../../src/shared/engine/evaluation/ranks/ranked-figures.ts';
import { uniformOf } from './judged-fixtures.ts';

interface Bars {
  readonly probability: Float32Array;
  readonly target: Uint8Array;
}

// A few distinct values make ties.
const bars: fc.Arbitrary<Bars> = fc
  .array(fc.record({ p: fc.oneof(fc.constantFrom(0, 0.25, 0.5, 1), fc.float({ min: 0, max: 1, noNaN: true })), t: fc.constantFrom(0, 1) }), { minLength: 1, maxLength: 60 })
  .map((rows) => ({ probability: Float32Array.from(rows, ({ p }) => p), target: Uint8Array.from(rows, ({ t }) => t) }));

const rank = ({ probability, target }: Bars) => rankBars(probability, target, new Int32Array(1));

/** Over all pairs of a labelled and another bar. */
function slowAuc({ probability, target }: Bars): number {
  let [won, pairs] = [0, 0];
  for (let i = 0; i < target.length; i++) {
    for (let k = 0; k < target.length; k++) {
      if (target[i] === 0 || target[k] === 1) continue;
      pairs++;
      won += probability[i] > probability[k] ? 1 : probability[i] === probability[k] ? 0.5 : 0;
    }
  }
  return won / pairs;
}

/** Sum over thresholds of precision times what recall gains there. */
function slowAuprc({ probability, target }: Bars): number {
  let [area, recallBefore] = [0, 0];
  for (const threshold of [...new Set(probability)].sort((a, b) => b - a)) {
    const { precision, recall } = barScores(probability, target, threshold);
    area += precision * (recall - recallBefore);
    recallBefore = recall;
  }
  return area;
}

/** Every bar is cut into 15 slivers, and tied bars take the mean label: then bins of equal mass need no fractions. */
function slowEce({ probability, target }: Bars): number {
  const slivers = [...probability.keys()]
    .flatMap((i) => {
      const ties = [...probability.keys()].filter((k) => probability[k] === probability[i]);
      const label = ties.reduce((sum, k) => sum + target[k], 0) / ties.length;
      return Array.from({ length: 15 }, () => ({ p: probability[i], label }));
    })
    .sort((a, b) => b.p - a.p);
  const size = slivers.length / 15;
  let error = 0;
  for (let bin = 0; bin < 15; bin++) {
    const own = slivers.slice(bin * size, (bin + 1) * size);
    error += Math.abs(own.reduce((sum, { p, label }) => sum + p - label, 0)) / slivers.length;
  }
  return error;
}

describe('figures of ranks', () => {
  it('agree with their definitions written out, ties included', () => {
    fc.assert(
      fc.property(bars, (given) => {
        const { auc, auprc, ece } = rankedFigures(rank(given));
        const labelled = given.target.reduce((a, b) => a + b, 0);
        if (labelled > 0) expect(auprc).toBeCloseTo(slowAuprc(given), 9);
        else expect(auprc).toBeNaN();
        if (labelled > 0 && labelled < given.target.length) expect(auc).toBeCloseTo(slowAuc(given), 9);
        else expect(auc).toBeNaN();
        expect(ece).toBeCloseTo(slowEce(given), 9);
      }),
    );
  });

  it('know perfect, useless and reversed probabilities', () => {
    const target = Uint8Array.of(1, 1, 0, 0, 0);
    expect(rankedFigures(rank({ target, probability: Float32Array.of(0.9, 0.8, 0.2, 0.1, 0) }))).toMatchObject({ auc: 1, auprc: 1 });
    expect(rankedFigures(rank({ target, probability: new Float32Array(5).fill(0.4) }))).toMatchObject({ auc: 0.5, auprc: 0.4 });
    expect(rankedFigures(rank({ target, probability: new Float32Array(5).fill(0.4) })).ece).toBeCloseTo(0, 7);
    expect(rankedFigures(rank({ target, probability: Float32Array.of(0, 0.1, 0.5, 0.6, 0.7) })).auc).toBe(0);
  });

  it('of resamples come near those of the resampled bars themselves', () => {
    const [windows, length] = [40, 100];
    const random = uniformOf(4);
    const target = Uint8Array.from({ length: windows * length }, (_, i) => (random(i) < 0.1 ? 1 : 0));
    const probability = Float32Array.from(target, (label, i) => 0.25 * label + 0.7 * random(100_000 + i));
    const days = Array.from({ length: windows }, (_, n) => `day ${Math.floor(n / 4)}`);
    const resamples = drawResamples(days, 1, uniformOf(5), 20);
    const samples = sampleRanked(rankBars(probability, target, resamples.groupOf), resamples);
    for (let r = 0; r < 20; r++) {
      const chosen = [...resamples.groupOf].flatMap((group, n) => Array.from({ length: resamples.counts[r * resamples.groups + group] }, () => n));
      const slow = rankedFigures(
        rank({
          probability: Float32Array.from(chosen.flatMap((n) => [...probability.subarray(n * length, (n + 1) * length)])),
          target: Uint8Array.from(chosen.flatMap((n) => [...target.subarray(n * length, (n + 1) * length)])),
        }),
      );
      expect(Math.abs(samples[0][r] - slow.auprc), 'auprc').toBeLessThan(0.003);
      expect(Math.abs(samples[1][r] - slow.auc), 'auc').toBeLessThan(0.001);
      expect(Math.abs(samples[2][r] - slow.ece), 'ece').toBeLessThan(0.003);
    }
  });
});

describe('curves', () => {
  it('of thresholds are the bar scores at each', () => {
    fc.assert(
      fc.property(bars, (given) => {
        const curve = thresholdCurve(rank(given));
        expect(curve).toHaveLength(101);
        for (const { threshold, ...score } of curve) expect(score).toEqual(barScores(given.probability, given.target, threshold));
      }),
    );
  });

  it('of precision give the best that reaches a recall', () => {
    fc.assert(
      fc.property(bars, (given) => {
        if (!given.target.includes(1)) expect(precisionRecall(rank(given))).toEqual([]);
        const scores = [...new Set(given.probability)].map((threshold) => barScores(given.probability, given.target, threshold));
        for (const { recall, precision } of precisionRecall(rank(given))) {
          const reached = scores.filter((score) => Math.floor(100 * score.recall + 1e-9) >= Math.round(100 * recall));
          expect(precision).toBeCloseTo(Math.max(...reached.map((score) => score.precision)), 12);
        }
      }),
    );
  });

  it('of reliability hold all bars in ascending bins of equal mass', () => {
    fc.assert(
      fc.property(bars, (given) => {
        const found = reliabilityBins(rankedFigures(rank(given)));
        const mean = (of: 'probability' | 'labelled') => found.reduce((sum, bin) => sum + bin[of] * bin.bars, 0) / given.target.length;
        for (const { bars: mass } of found) expect(mass).toBeCloseTo(given.target.length / 15, 6);
        expect(mean('probability')).toBeCloseTo(given.probability.reduce((a, b) => a + b, 0) / given.target.length, 6);
        expect(mean('labelled')).toBeCloseTo(given.target.reduce((a, b) => a + b, 0) / given.target.length, 6);
        for (let k = 1; k < found.length; k++) expect(found[k].probability).toBeGreaterThanOrEqual(found[k - 1].probability - 1e-9);
      }),
    );
  });

  it('of probabilities count every bar once, 1 among the last', () => {
    const { inside, outside } = probabilityHistogram(Float32Array.of(0, 0.024, 0.026, 1, 0.999), Uint8Array.of(0, 1, 0, 1, 1));
    expect([outside[0], outside[1], inside[0], inside[39]]).toEqual([1, 1, 1, 2]);
  });
});
