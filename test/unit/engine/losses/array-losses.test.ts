import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayCrossEntropy } from '../../../../src/shared/engine/losses/arrays/class-cross-entropy.ts';
import { weightedArrayLoss, type ArrayElementLoss } from '../../../../src/shared/engine/losses/arrays/element-loss.ts';
import { arrayHuber } from '../../../../src/shared/engine/losses/arrays/huber.ts';
import { arrayKendall } from '../../../../src/shared/engine/losses/arrays/kendall.ts';
import { arrayBceClamped } from '../../../../src/shared/engine/losses/arrays/span-bce-clamped.ts';
import { arrayBce } from '../../../../src/shared/engine/losses/arrays/span-bce.ts';
import { arrayMse } from '../../../../src/shared/engine/losses/arrays/span-mse.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const bce = (z: number, t: number): number => -(3.5 * t * Math.log(sigmoid(z)) + (1 - t) * Math.log(1 - sigmoid(z)));
const huber = (delta: number) => (prediction: number, target: number): number => {
  const error = Math.abs(prediction - target);
  return error <= delta ? error ** 2 / 2 : delta * (error - delta / 2);
};

const cases: readonly { readonly name: string; readonly loss: ArrayElementLoss; readonly slow: (prediction: number, target: number) => number; readonly kinks: readonly number[] }[] = [
  { name: 'Huber, delta 0.08', loss: arrayHuber(0.08), slow: huber(0.08), kinks: [0.08] },
  { name: 'Huber, delta 1', loss: arrayHuber(1), slow: huber(1), kinks: [1] },
  { name: 'BCE on logits', loss: arrayBce(3.5), slow: bce, kinks: [] },
  { name: 'BCE, clamped', loss: arrayBceClamped(3.5), slow: bce, kinks: [] },
  { name: 'MSE', loss: arrayMse, slow: (z, t) => (sigmoid(z) - t) ** 2, kinks: [] },
];

const element = (loss: ArrayElementLoss, prediction: number, target: number) => {
  const to = { loss: NaN, slope: NaN };
  loss(prediction, target, to);
  return to;
};
const slopeOf = (f: (x: number) => number, x: number): number => (f(x + 1e-5) - f(x - 1e-5)) / 2e-5;

describe('losses over arrays', () => {
  it.each(cases)('$name: the formula, and its slope by a difference', ({ loss, slow, kinks }) => {
    const value = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
    fc.assert(
      fc.property(value(5), fc.double({ min: 0, max: 1, noNaN: true }), (prediction, target) => {
        const actual = element(loss, prediction, target);
        expect(Math.abs(actual.loss - slow(prediction, target))).toBeLessThan(1e-6 * (1 + slow(prediction, target)));
        if (kinks.some((kink) => Math.abs(Math.abs(prediction - target) - kink) < 1e-4)) return;
        expect(Math.abs(actual.slope - slopeOf((x) => slow(x, target), prediction))).toBeLessThan(1e-5);
      }),
    );
  });

  it('a saturated mistake has a gradient on logits and, as published, none on clamped probabilities', () => {
    expect(element(arrayBce(1), 800, 0)).toEqual({ loss: 800, slope: 1 });
    expect(element(arrayBce(1), -800, 1)).toEqual({ loss: 800, slope: -1 });
    expect(Math.abs(element(arrayBceClamped(1), 40, 0).slope)).toBe(0);
    expect(Math.abs(element(arrayBceClamped(1), -40, 1).slope)).toBe(0);
  });

  it('a window counts by its weight, and its elements by their number', () => {
    const { loss, slopes } = weightedArrayLoss(Float32Array.of(1, 3, 2, 0), Float32Array.of(0, 0, 0, 0), Float32Array.of(0.75, 0.25), arrayHuber(10));
    expect(loss).toBeCloseTo(0.75 * (0.5 + 4.5) / 2 + 0.25 * (2 + 0) / 2, 10);
    expect([...slopes]).toEqual([0.375, 1.125, 0.25, 0]);
  });

  it('class cross-entropy: -log softmax of the true class; windows without one do not count', () => {
    const logits = Float32Array.of(1, 2, -1, 90, 0.5, -90, 3, 3, 3);
    const oneHot = Float32Array.of(0, 1, 0, 0, 0, 1, 0, 0, 0);
    const weights = Float32Array.of(0.5, 0.5, 0);
    const slow = (values: ArrayLike<number>): number => {
      const row = (n: number): number[] => [0, 1, 2].map((k) => values[3 * n + k]!);
      const logSum = (n: number): number => Math.log(row(n).reduce((sum, z) => sum + Math.exp(z), 0));
      return 0.5 * (logSum(0) - values[1]!) + 0.5 * (logSum(1) - values[5]!);
    };
    const { loss, slopes } = arrayCrossEntropy(logits, oneHot, weights);
    expect(loss).toBeCloseTo(slow(logits), 6);
    slopes.forEach((slope, i) => {
      const moved = (by: number): number[] => [...logits].map((z, k) => (k === i ? z + by : z));
      expect(slope).toBeCloseTo((slow(moved(1e-4)) - slow(moved(-1e-4))) / 2e-4, 5);
    });
  });

  it('Kendall: the sum of L/(2 sigma^2) + log sigma, and its slopes by both', () => {
    const [losses, logs] = [[2, 0.3, 7], [-0.3, 0.4, 1.1]];
    const slow = (l: readonly number[], s: readonly number[]): number => l.reduce((sum, loss, k) => sum + loss / (2 * Math.exp(s[k]!) ** 2) + s[k]!, 0);
    const { total, byLoss, byLogSigma } = arrayKendall(losses, logs);
    expect(total).toBeCloseTo(slow(losses, logs), 10);
    const moved = (values: readonly number[], k: number, to: number): number[] => values.map((value, i) => (i === k ? to : value));
    losses.forEach((loss, k) => {
      expect(byLoss[k]).toBeCloseTo(slopeOf((x) => slow(moved(losses, k, x), logs), loss), 6);
      expect(byLogSigma[k]).toBeCloseTo(slopeOf((x) => slow(losses, moved(logs, k, x)), logs[k]!), 6);
    });
  });
});
