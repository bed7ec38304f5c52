import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCalibration, logistic, logOddsOf } from '../../../../../src/shared/engine/evaluation/calibration/apply-calibration.ts';
import { fitIsotonic } from '../../../../../src/shared/engine/evaluation/calibration/fit-isotonic.ts';
import { fitPlatt, fitTemperature } from '../../../../../src/shared/engine/evaluation/calibration/fit-platt.ts';
import { rankBars } from '../../../../../src/shared/engine/evaluation/ranks/rank-bars.ts';
import { rankedFigures } from '../../../../../src/shared/engine/evaluation/ranks/ranked-figures.ts';
import { uniformOf } from '../judged-fixtures.ts';

/** Labels drawn with the true probabilities, told as `told` makes them. */
function drawBars(count: number, told: (logit: number) => number, seed = 1) {
  const random = uniformOf(seed);
  const logits = Float64Array.from({ length: count }, (_, i) => 8 * random(i) - 6);
  return {
    truth: Float32Array.from(logits, logistic),
    probability: Float32Array.from(logits, (z) => logistic(told(z))),
    target: Uint8Array.from(logits, (z, i) => (random(count + i) < logistic(z) ? 1 : 0)),
  };
}

const eceOf = (probability: Float32Array, target: Uint8Array): number => rankedFigures(rankBars(probability, target, new Int32Array(1))).ece;

describe('Platt', () => {
  it('finds the scale and the bias that were put in', () => {
    const { probability, target } = drawBars(40_000, (z) => 2 * z + 3);
    const { scale, bias } = fitPlatt(probability, target);
    expect(scale).toBeCloseTo(0.5, 1);
    expect(bias).toBeCloseTo(-1.5, 1);
    expect(eceOf(applyCalibration({ kind: 'platt', scale, bias }, probability), target)).toBeLessThan(0.01);
    expect(eceOf(probability, target)).toBeGreaterThan(0.1);
  });

  it('has a gradient of 0 at the end, as a minimum has', () => {
    const { probability, target } = drawBars(2000, (z) => 0.5 * z);
    const { scale, bias } = fitPlatt(probability, target);
    const loss = (a: number, b: number) =>
      [...probability].reduce((sum, p, i) => sum - Math.log(target[i] === 1 ? logistic(a * logOddsOf(p) + b) : 1 - logistic(a * logOddsOf(p) + b)), 0) +
      [1, -1].reduce((sum, x) => sum - Math.log(logistic(a * x + b)) - Math.log(1 - logistic(a * x + b)), 0);
    for (const [da, db] of [[1e-3, 0], [-1e-3, 0], [0, 1e-3], [0, -1e-3]]) expect(loss(scale + da, bias + db)).toBeGreaterThan(loss(scale, bias));
  });

  it('as a temperature keeps 0.5 where it is', () => {
    const { probability, target } = drawBars(20_000, (z) => 3 * z);
    const fitted = fitTemperature(probability, target);
    expect(fitted.bias).toBe(0);
    expect(fitted.scale).toBeCloseTo(1 / 3, 1);
    expect(applyCalibration(fitted, Float32Array.of(0.5))[0]).toBe(0.5);
  });

  it('stays finite where labels are of one kind, or a threshold parts them', () => {
    const parted = fitPlatt(Float32Array.of(0.1, 0.2, 0.8, 0.9), Uint8Array.of(0, 0, 1, 1));
    const none = fitPlatt(Float32Array.of(0.1, 0.2, 0.8, 0.9), new Uint8Array(4));
    for (const { scale, bias } of [parted, none]) expect([scale, bias].every(Number.isFinite)).toBe(true);
    expect(parted.scale).toBeGreaterThan(0);
    expect(applyCalibration(none, Float32Array.of(0.5))[0]).toBeLessThan(0.5);
  });
});

/** By the min-max formula: the largest over starts of the smallest over ends of the mean between. */
function slowIsotonic(target: readonly number[]): number[] {
  const mean = (from: number, to: number) => target.slice(from, to + 1).reduce((a, b) => a + b, 0) / (to - from + 1);
  return target.map((_, i) => {
    const starts = Array.from({ length: i + 1 }, (_start, s) => Math.min(...Array.from({ length: target.length - i }, (_end, e) => mean(s, i + e))));
    return Math.max(...starts);
  });
}

describe('isotonic', () => {
  it('is what the min-max formula gives, at every probability that it saw', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 30 }), (labels) => {
        const probability = Float32Array.from(labels, (_, i) => (i + 1) / 64);
        const calibrated = applyCalibration(fitIsotonic(probability, Uint8Array.from(labels)), probability);
        slowIsotonic(labels).forEach((value, i) => expect(calibrated[i]).toBeCloseTo(value, 6));
      }),
    );
  });

  it('never turns the order round, and gives tied bars one value', () => {
    const bars = fc.array(fc.record({ p: fc.oneof(fc.constantFrom(0, 0.25, 0.5), fc.float({ min: 0, max: 1, noNaN: true })), t: fc.constantFrom(0, 1) }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(bars, (rows) => {
        const calibration = fitIsotonic(Float32Array.from(rows, ({ p }) => p), Uint8Array.from(rows, ({ t }) => t));
        const line = applyCalibration(calibration, Float32Array.from({ length: 101 }, (_, i) => i / 100));
        for (let i = 1; i < line.length; i++) expect(line[i]).toBeGreaterThanOrEqual(line[i - 1] - 1e-6);
        for (let i = 1; i < calibration.at.length; i++) expect(calibration.at[i]).toBeGreaterThan(calibration.at[i - 1]);
      }),
    );
  });

  it('calibrates other bars of the same kind, however they were bent', () => {
    const [seen, fresh] = [1, 2].map((seed) => drawBars(30_000, (z) => Math.sign(z) * Math.abs(z) ** 1.5 + 2, seed));
    const calibration = fitIsotonic(seen.probability, seen.target);
    expect(eceOf(fresh.probability, fresh.target)).toBeGreaterThan(0.1);
    expect(eceOf(applyCalibration(calibration, fresh.probability), fresh.target)).toBeLessThan(0.012);
  });
});
