import { engine, tensor, tidy, type Tensor3D } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainDilated, plainDilatedGradient } from '../../../../src/shared/engine/kernels/dilated/plain.ts';
import { randomUniform, streamKey } from '../../../../src/shared/engine/model/counter-random.ts';
import { encode } from '../../../../src/shared/engine/model/encode.ts';
import { initialise } from '../../../../src/shared/engine/model/initialise.ts';
import { sum } from '../../../../src/shared/engine/model/ops/sum.ts';
import { uploadParameters } from '../../../../src/shared/engine/model/upload.ts';
import { activate } from '../backend.ts';
import { largestDifference } from '../golden-tensors.ts';

const noSigmas = { pointers: 0, type: 0, span: 0, countdown: 0 };
const random = (size: number, stream: number): Float32Array => Float32Array.from({ length: size }, (_, i) => 2 * randomUniform(streamKey(stream), i) - 1);

describe.each(['cpu', 'wasm'] as const)('the dilated encoder on %s', (backend) => {
  beforeAll(() => activate(backend));

  it.each([
    // By kernels on wasm, unless a gradient by the inputs is asked for.
    { batch: 3, steps: 11, inputs: 3, channels: 16, blocks: 3, kernel: 3 },
    { batch: 2, steps: 11, inputs: 3, channels: 5, blocks: 3, kernel: 3 },
    // The last blocks reach beyond the window on both sides.
    { batch: 1, steps: 6, inputs: 1, channels: 8, blocks: 5, kernel: 5 },
    { batch: 3, steps: 1, inputs: 2, channels: 3, blocks: 2, kernel: 1 },
  ])('agrees with float64 loops in states and gradients: %o', (sizes) => {
    const { batch, steps, inputs, channels } = sizes;
    const { parameters, names, weights } = task(sizes);
    const x = random(batch * steps * inputs, 1);
    const slopes = random(batch * steps * channels, 2);
    const { output, pass } = plainDilated(sizes, x, weights);
    const expected = plainDilatedGradient(sizes, x, weights, pass, slopes);
    for (const inputGradient of [false, true]) {
      tidy(() => {
        const model = uploadParameters(parameters);
        const states = (): Tensor3D => encode(model, tensor(x, [batch, steps, inputs]), inputGradient);
        expect(largestDifference(states().dataSync<'float32'>(), output)).toBeLessThan(1e-6);
        const { grads } = engine().gradients(states, names.map((name) => model.get(name)!), tensor(slopes, [batch, steps, channels]));
        expected.forEach((gradient, i) => expect(largestDifference(grads[i]!.dataSync<'float32'>(), gradient)).toBeLessThan(1e-5));
      });
    }
  });

  it('has the gradients of both, run twice before any gradient is taken', () => {
    const sizes = { batch: 2, steps: 9, inputs: 2, channels: 8, blocks: 2, kernel: 3 };
    const { parameters, names, weights } = task(sizes);
    const inputs = [random(36, 1), random(36, 3)];
    const slopes = random(144, 2);
    const expected = inputs.map((x) => plainDilatedGradient(sizes, x, weights, plainDilated(sizes, x, weights).pass, slopes));
    tidy(() => {
      const model = uploadParameters(parameters);
      const states = (x: Float32Array): Tensor3D => encode(model, tensor(x, [2, 9, 2]), false);
      const { grads } = engine().gradients(() => sum(states(inputs[0]!), states(inputs[1]!)), names.map((name) => model.get(name)!), tensor(slopes, [2, 9, 8]));
      names.forEach((_, i) => expect(largestDifference(grads[i]!.dataSync<'float32'>(), Float64Array.from(expected[0]![i]!, (value, k) => value + expected[1]![i]![k]!))).toBeLessThan(1e-5));
    });
  });
});

function task({ inputs, channels, blocks, kernel }: { readonly inputs: number; readonly channels: number; readonly blocks: number; readonly kernel: number }) {
  const parameters = initialise({ mode: 'soft', inputs, hiddenSize: 2, encoder: { kind: 'dilated', channels, blocks, kernel } }, noSigmas, 3);
  const names = parameters.specs.map(({ name }) => name).filter((name) => name.startsWith('encoder.'));
  return { parameters, names, weights: names.map((name) => parameters.views.get(name)!) };
}

describe('the float64 loops', () => {
  const sizes = { batch: 1, steps: 7, inputs: 2, channels: 3, blocks: 2, kernel: 3 };
  const weights = [random(6, 1), random(3, 2), random(27, 3), random(3, 4), random(27, 5), random(3, 6)].map((values) => Float64Array.from(values));
  const x = Float64Array.from(random(14, 7));
  const slopes = Float64Array.from(random(21, 8));
  const loss = (): number => Float64Array.from(plainDilated(sizes, x, weights).output, (value, i) => value * slopes[i]!).reduce((total, value) => total + value, 0);

  it('have the gradient that small changes of each weight show', () => {
    const gradient = plainDilatedGradient(sizes, x, weights, plainDilated(sizes, x, weights).pass, slopes);
    weights.forEach((values, w) => values.forEach((value, i) => {
      const [above, below] = [1e-6, -1e-6].map((change) => {
        values[i] = value + change;
        return loss();
      });
      values[i] = value;
      expect(gradient[w]![i]).toBeCloseTo((above! - below!) / 2e-6, 6);
    }));
  });

  it('see as far back as ahead', () => {
    const one = { ...sizes, steps: 15, inputs: 1, channels: 1, blocks: 3 };
    const ones = Array.from({ length: 8 }, (_, i) => new Float64Array(i % 2 === 1 ? 1 : i === 0 ? 1 : 3).fill(i % 2 === 1 ? 0 : 1));
    const seen = (at: number): number[] => {
      const impulse = new Float64Array(15);
      impulse[at] = 1;
      return [...plainDilated(one, impulse, ones).output].map((value, t) => (value > 0 ? t : -1)).filter((t) => t >= 0);
    };
    expect(seen(7)).toEqual(Array.from({ length: 15 }, (_, t) => t));
    expect(seen(0)).toEqual(Array.from({ length: 8 }, (_, t) => t));
  });
});
