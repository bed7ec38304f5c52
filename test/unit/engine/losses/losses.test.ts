import { engine, reshape, tensor, tensor1d, tidy, type Scalar, type Tensor, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { classCrossEntropy } from '../../../../src/shared/engine/losses/class-cross-entropy.ts';
import { countdownHuber, countdownTarget } from '../../../../src/shared/engine/losses/countdown-huber.ts';
import { crfNll } from '../../../../src/shared/engine/losses/crf-nll.ts';
import { kendall } from '../../../../src/shared/engine/losses/kendall.ts';
import { normaliseWeights } from '../../../../src/shared/engine/losses/normalise-weights.ts';
import { pointerHuber } from '../../../../src/shared/engine/losses/pointer-huber.ts';
import { spanBceClamped } from '../../../../src/shared/engine/losses/span-bce-clamped.ts';
import { spanBce } from '../../../../src/shared/engine/losses/span-bce.ts';
import { spanMse } from '../../../../src/shared/engine/losses/span-mse.ts';
import { allPaths } from '../crf/random-crf.ts';
import { pathScore } from '../../../../src/shared/engine/crf/path-score.ts';
import { activate } from '../backend.ts';

const BATCH = 3;
const STEPS = 4;

interface LossCase {
  readonly name: string;
  readonly perWindow: number;
  /** The loss as it is used, and, slowly, of one element in float64. */
  readonly loss: (predictions: Tensor, targets: Tensor2D, weights: Tensor1D) => Scalar;
  readonly element: (prediction: number, target: number) => number;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const huber = (delta: number) => (prediction: number, target: number): number => {
  const error = Math.abs(prediction - target);
  return error <= delta ? error ** 2 / 2 : delta * (error - delta / 2);
};
const bce = (weight: number) => (z: number, t: number): number => -(weight * t * Math.log(sigmoid(z)) + (1 - t) * Math.log(1 - sigmoid(z)));

const cases: LossCase[] = [
  { name: 'pointer Huber', perWindow: 2, loss: (p, t, w) => pointerHuber(p as Tensor2D, t, w), element: huber(0.08) },
  { name: 'countdown Huber', perWindow: STEPS, loss: (p, t, w) => countdownHuber(p as Tensor2D, t, w), element: huber(1) },
  { name: 'span BCE on logits', perWindow: STEPS, loss: (p, t, w) => spanBce(p, t, w, 3.5), element: bce(3.5) },
  { name: 'span BCE, clamped', perWindow: STEPS, loss: (p, t, w) => spanBceClamped(p, t, w, 3.5), element: bce(3.5) },
  { name: 'span MSE', perWindow: STEPS, loss: (p, t, w) => spanMse(p, t, w), element: (z, t) => (sigmoid(z) - t) ** 2 },
];

/** Value and gradients of a loss. */
function differentiate(loss: (...inputs: Tensor[]) => Scalar, inputs: readonly { values: readonly number[]; shape: number[] }[]): { value: number; gradients: number[][] } {
  const result: { value: number; gradients: number[][] } = { value: NaN, gradients: [] };
  tidy(() => {
    const tensors = inputs.map(({ values, shape }) => tensor([...values], shape, 'float32'));
    const { value, grads } = engine().gradients(() => loss(...tensors), tensors);
    result.value = value.dataSync()[0]!;
    result.gradients = grads.map((gradient) => [...gradient.dataSync()]);
  });
  return result;
}

/** Central differences of a function in float64. */
function slopesOf(f: (values: readonly number[]) => number, values: readonly number[]): number[] {
  const step = 1e-5;
  const moved = (i: number, by: number): number[] => values.map((value, k) => (k === i ? value + by : value));
  return values.map((_, i) => (f(moved(i, step)) - f(moved(i, -step))) / (2 * step));
}

const floats = (count: number, limit: number) => fc.array(fc.double({ min: -limit, max: limit, noNaN: true }).map(Math.fround), { minLength: count, maxLength: count });
const shares = (count: number) => fc.array(fc.double({ min: 0, max: 1, noNaN: true }).map(Math.fround), { minLength: count, maxLength: count });
const anyWeights = shares(BATCH).map((weights) => normaliseWeights(Float32Array.from(weights))).filter((weights) => weights !== null && weights.total > 0.05);

function expectClose(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(tolerance * (1 + Math.abs(expected[i]!))));
}

describe.each(['wasm', 'cpu'] as const)('losses on %s', (backend) => {
  beforeAll(() => activate(backend));

  it.each(cases)('$name: the weighted mean of its elements, and its gradient', ({ perWindow, loss, element }) => {
    const count = BATCH * perWindow;
    fc.assert(
      fc.property(floats(count, 4), shares(count), anyWeights, (predictions, targets, normalised) => {
        const weights = [...normalised!.weights];
        const slow = (values: readonly number[]): number => values.reduce((sum, value, i) => sum + (weights[Math.floor(i / perWindow)]! * element(value, targets[i]!)) / perWindow, 0);
        const { value, gradients } = differentiate((p) => loss(p!, reshape(tensor1d(targets), [BATCH, perWindow]), tensor1d(weights)), [{ values: predictions, shape: [BATCH, perWindow] }]);
        expectClose([value], [slow(predictions)], 1e-5);
        // Where an element has a kink between the two sides of the difference, no slope is right.
        const kink = predictions.some((p, i) => [0.08, 1].some((delta) => Math.abs(Math.abs(p - targets[i]!) - delta) < 1e-4));
        if (!kink) expectClose(gradients[0]!, slopesOf(slow, predictions), 1e-5);
      }),
      { numRuns: 25 },
    );
  });

  it('class cross-entropy: -log softmax of the true class; windows without one do not count', () => {
    fc.assert(
      fc.property(floats(BATCH * 3, 6), fc.array(fc.nat(2), { minLength: BATCH, maxLength: BATCH }), anyWeights, (logits, classes, normalised) => {
        const weights = [...normalised!.weights];
        const slow = (values: readonly number[]): number =>
          classes.reduce((sum, index, i) => {
            const row = values.slice(3 * i, 3 * i + 3);
            return sum - weights[i]! * (row[index]! - Math.log(row.reduce((all, z) => all + Math.exp(z), 0)));
          }, 0);
        const oneHot = classes.flatMap((index) => [0, 1, 2].map((k) => (k === index ? 1 : 0)));
        const { value, gradients } = differentiate((z) => classCrossEntropy(z as Tensor2D, reshape(tensor1d(oneHot), [BATCH, 3]), tensor1d(weights)), [{ values: logits, shape: [BATCH, 3] }]);
        expectClose([value], [slow(logits)], 1e-5);
        expectClose(gradients[0]!, slopesOf(slow, logits), 1e-5);
      }),
      { numRuns: 25 },
    );
  });

  it('a saturated mistake has a gradient on logits and, as published, none on clamped probabilities', () => {
    const slope = (loss: typeof spanBce): number[] =>
      differentiate((z) => loss(z!, reshape(tensor1d([0, 1]), [1, 2]), tensor1d([1]), 1), [{ values: [40, -40], shape: [1, 2] }]).gradients[0]!;
    expectClose(slope(spanBce), [0.5, -0.5], 1e-6);
    expect(slope(spanBceClamped).map(Math.abs)).toEqual([0, 0]);
  });

  it('CRF: the weighted mean of log Z less the score of the tags, by every path', () => {
    const emissions = [0.3, -1.2, 0.8, 0.1, -0.4, 2.1, 0.9, -0.7, 1.1, 0.2, -2, 0.6];
    const tags = [0, 1, 1, 1, 0, 0];
    const weights = [0.25, 0.75];
    const crf = { start: [0.2, -0.3], end: [0.1, 0.5], transitions: [0.7, -0.2, -0.9, 0.4] };
    const slow = (values: readonly number[]): number => {
      const scores = { tags: 2, start: values.slice(12, 14), end: values.slice(14, 16), transitions: values.slice(16) };
      return [0, 1].reduce((sum, b) => {
        const sequence = { emissions: values.slice(6 * b, 6 * b + 6), length: 3 };
        const z = allPaths(sequence, scores).reduce((all, path) => all + Math.exp(pathScore(sequence, scores, path)), 0);
        return sum + weights[b]! * (Math.log(z) - pathScore(sequence, scores, tags.slice(3 * b, 3 * b + 3)));
      }, 0);
    };
    const { value, gradients } = differentiate(
      (e, start, end, transitions) =>
        crfNll(e as Tensor3D, { start: start as Tensor1D, end: end as Tensor1D, transitions: transitions as Tensor2D }, Uint8Array.from(tags), Float32Array.from(weights)),
      [{ values: emissions, shape: [2, 3, 2] }, { values: crf.start, shape: [2] }, { values: crf.end, shape: [2] }, { values: crf.transitions, shape: [2, 2] }],
    );
    const all = [...emissions, ...crf.start, ...crf.end, ...crf.transitions];
    expectClose([value], [slow(all)], 1e-6);
    expectClose(gradients.flat(), slopesOf(slow, all), 1e-6);
  });

  it('Kendall: the sum of L/(2 sigma^2) + log sigma, differentiable in both', () => {
    fc.assert(
      fc.property(shares(3), floats(3, 1), (losses, logSigmas) => {
        const slow = (values: readonly number[]): number => [0, 1, 2].reduce((sum, k) => sum + values[k]! * Math.exp(-2 * values[k + 3]!) / 2 + values[k + 3]!, 0);
        const all = [...losses, ...logSigmas];
        const { value, gradients } = differentiate(
          (...inputs) => kendall([0, 1, 2].map((k) => ({ loss: inputs[k] as Scalar, logSigma: inputs[k + 3] as Scalar }))),
          all.map((one) => ({ values: [one], shape: [] })),
        );
        expectClose([value], [slow(all)], 1e-5);
        expectClose(gradients.flat(), slopesOf(slow, all), 1e-5);
      }),
      { numRuns: 25 },
    );
  });

  it('are exact to float32 over many windows', () => {
    const windows = 64;
    const targets = Array.from({ length: windows * 105 }, (_, i) => (i * 7919) % 21);
    const exact = targets.reduce((sum, target) => sum + huber(1)(0, target), 0) / targets.length;
    const value = tidy(() => countdownHuber(tensor(new Float32Array(windows * 105), [windows, 105]), reshape(tensor1d(targets), [windows, 105]), tensor1d(new Float32Array(windows).fill(1 / windows))).dataSync()[0]!);
    expect(Math.abs(value / exact - 1)).toBeLessThan(2e-7);
  });
});

describe('weights of windows', () => {
  it('sum to 1, and are none where nothing counts', () => {
    expect(normaliseWeights(Float32Array.of(0, 1, 3))).toEqual({ weights: Float32Array.of(0, 0.25, 0.75), total: 4 });
    expect(normaliseWeights(new Float32Array(3))).toBeNull();
  });
});

describe('countdown targets', () => {
  it('stay in bars, or are scaled from +-20 to [0, 1]', () => {
    expect([...countdownTarget(Float32Array.of(-20, 0, 20), 'raw')]).toEqual([-20, 0, 20]);
    expect([...countdownTarget(Float32Array.of(-20, 0, 20), 'scaled')]).toEqual([0, 0.5, 1]);
  });
});
