import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barScores } from '../../../../src/shared/engine/evaluation/bar-scores.ts';
import { bestThreshold } from '../../../../src/shared/engine/evaluation/best-threshold.ts';
import { positionPrior, repeatPrior } from '../../../../src/shared/engine/evaluation/position-prior.ts';
import { separation } from '../../../../src/shared/engine/evaluation/separation.ts';
import { perWindowSums } from '../../../../src/shared/engine/evaluation/sums/bar-sums.ts';
import { totalFigures } from '../../../../src/shared/engine/evaluation/sums/window-sums.ts';

interface Bars {
  readonly probability: Float32Array;
  readonly target: Uint8Array;
}

// A few distinct values make ties, which is where thresholds go wrong.
const bars: fc.Arbitrary<Bars> = fc
  .array(fc.record({ p: fc.oneof(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), fc.float({ min: 0, max: 1 })), t: fc.constantFrom(0, 1) }), { maxLength: 60 })
  .map((rows) => ({
    probability: Float32Array.from(rows, (row) => row.p),
    target: Uint8Array.from(rows, (row) => row.t),
  }));

const f1ByDefinition = ({ probability, target }: Bars, threshold: number): number => {
  const predicted = [...probability.keys()].filter((i) => probability[i] >= threshold);
  const labelled = [...target.keys()].filter((i) => target[i] === 1);
  const both = predicted.filter((i) => target[i] === 1).length;
  const precision = predicted.length === 0 ? 0 : both / predicted.length;
  const recall = labelled.length === 0 ? 0 : both / labelled.length;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
};

describe('bar scores', () => {
  it('counts a bar at the threshold as predicted', () => {
    const score = barScores(Float32Array.of(0.5, 0.4, 0.9, 0.1), Uint8Array.of(1, 1, 0, 0), 0.5);
    expect(score).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  });

  it('agrees with precision and recall written out', () => {
    fc.assert(
      fc.property(bars, fc.float({ min: 0, max: 1, noNaN: true }), (given, threshold) => {
        const score = barScores(given.probability, given.target, threshold);
        expect(score.f1).toBeCloseTo(f1ByDefinition(given, threshold), 12);
        expect(Object.values(score).every((value) => value >= 0 && value <= 1)).toBe(true);
      }),
    );
  });

  it('gives 0, not NaN, where a ratio is undefined', () => {
    expect(barScores(new Float32Array(3), new Uint8Array(3), 0.5)).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe('best threshold', () => {
  it('is as good as the best of all thresholds tried one by one', () => {
    fc.assert(
      fc.property(bars, (given) => {
        const every = [...given.probability, 0.5].map((threshold) => f1ByDefinition(given, threshold)).filter((f1) => !Number.isNaN(f1));
        const best = bestThreshold(given.probability, given.target);
        expect(best.f1).toBeCloseTo(Math.max(...every), 12);
        expect(best.f1).toBe(barScores(given.probability, given.target, best.threshold).f1);
      }),
    );
  });

  it('takes the highest of equally good thresholds and 0.5 where nothing is labelled', () => {
    expect(bestThreshold(Float32Array.of(0.9, 0.2), Uint8Array.of(1, 0)).threshold).toBeCloseTo(0.9, 6);
    expect(bestThreshold(Float32Array.of(0.9, 0.2), Uint8Array.of(0, 0))).toEqual({ threshold: 0.5, precision: 0, recall: 0, f1: 0 });
  });

  it('treats a NaN probability as a bar that is never predicted', () => {
    const best = bestThreshold(Float32Array.of(Number.NaN, 0.6, 0.1), Uint8Array.of(1, 1, 0));
    expect(best.recall).toBe(0.5);
    expect(best.threshold).toBeCloseTo(0.6, 6);
  });
});

describe('separation', () => {
  it('is the difference of the two means', () => {
    const given = separation(Float32Array.of(0.8, 0.6, 0.2, 0.1, 0.3), Uint8Array.of(1, 1, 0, 0, 0));
    expect(given.inMean).toBeCloseTo(0.7, 6);
    expect(given.outMean).toBeCloseTo(0.2, 6);
    expect(given.separation).toBeCloseTo(0.5, 6);
  });

  it('takes the mean of no bars as 0', () => {
    expect(separation(Float32Array.of(0.4), Uint8Array.of(0)).inMean).toBe(0);
    expect(separation(new Float32Array(0), new Uint8Array(0))).toEqual({ inMean: 0, outMean: 0, separation: 0 });
  });
});

describe('scores per window', () => {
  it('are means over windows and skip windows with nothing in them', () => {
    const probability = Float32Array.of(0.9, 0.9, 0.1, /**/ 0.1, 0.1, 0.9, /**/ 0.1, 0.1, 0.1);
    const target = Uint8Array.of(1, 0, 0, /**/ 1, 0, 0, /**/ 0, 0, 0);
    const { precision, recall, f1 } = totalFigures(perWindowSums({ length: 3, probability, target }, 0.5));
    expect(f1).toBeCloseTo((2 / 3 + 0) / 2, 12);
    expect(precision).toBeCloseTo((1 / 2 + 0) / 2, 12);
    expect(recall).toBeCloseTo((1 + 0) / 2, 12);
  });
});

describe('position prior', () => {
  it('is the labelled share of every position, whatever the bars', () => {
    const prior = positionPrior(Uint8Array.of(0, 1, 1, /**/ 0, 0, 1), 3);
    expect([...prior]).toEqual([0, 0.5, 1]);
    expect([...repeatPrior(prior, 2)]).toEqual([0, 0.5, 1, 0, 0.5, 1]);
  });
});
