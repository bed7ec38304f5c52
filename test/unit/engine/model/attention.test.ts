import { engine, tensor, tidy, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { attend } from '../../../../src/shared/engine/model/attend.ts';
import { randomUniform, streamKey } from '../../../../src/shared/engine/model/counter-random.ts';
import { networkOfBackend } from '../../../../src/shared/engine/model/network-of-backend.ts';
import { parameterSpecs } from '../../../../src/shared/engine/model/parameter-specs.ts';
import { checkTrainConfig } from '../../../../src/shared/engine/training/check-train-config.ts';
import { train } from '../../../../src/shared/engine/training/train-loop.ts';
import { activate } from '../backend.ts';
import { largestDifference } from '../golden-tensors.ts';
import { makeConfig, makeData } from '../training/train-tasks.ts';

const random = (size: number, stream: number): Float64Array => Float64Array.from({ length: size }, (_, i) => Math.fround(2 * randomUniform(streamKey(stream), i) - 1));

interface Sizes {
  readonly batch: number;
  readonly length: number;
  readonly width: number;
  readonly heads: number;
}

/** Loops, one bar and one head after the other. `inputs`: states, then weights in the order of the specs. */
function slowAttention({ batch, length, width, heads }: Sizes, [states, wq, bq, wk, bk, wv, bv, wo, bo]: readonly Float64Array[]): Float64Array {
  const project = (x: ArrayLike<number>, weight: Float64Array, bias: Float64Array, o: number): number => Array.from(x).reduce((sum, value, i) => sum + weight[o * width + i]! * value, bias[o]!);
  const perHead = width / heads;
  const result = new Float64Array(states!.length);
  for (let b = 0; b < batch; b++) {
    const bars = Array.from({ length }, (_, t) => states!.subarray((b * length + t) * width, (b * length + t + 1) * width));
    bars.forEach((own, t) => {
      const found = Array.from({ length: width }, (_, c) => {
        const columns = Array.from({ length: perHead }, (_unused, i) => Math.floor(c / perHead) * perHead + i);
        const scores = bars.map((other) => columns.reduce((sum, i) => sum + project(own, wq!, bq!, i) * project(other, wk!, bk!, i), 0) / Math.sqrt(perHead));
        const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
        return bars.reduce((sum, other, j) => sum + (Math.exp(scores[j]!) / total) * project(other, wv!, bv!, c), 0);
      });
      for (let o = 0; o < width; o++) result[(b * length + t) * width + o] = own[o]! + project(found, wo!, bo!, o);
    });
  }
  return result;
}

function attentionTask(sizes: Sizes) {
  const { batch, length, width, heads } = sizes;
  const specs = parameterSpecs({ mode: 'soft', inputs: 1, hiddenSize: width / 2, attention: { heads } }).filter(({ name }) => name.startsWith('attention.'));
  const inputs = [random(batch * length * width, 1), ...specs.map(({ shape }, i) => random(shape.reduce((size, n) => size * n, 1), i + 2))];
  return { specs, inputs, slopes: random(batch * length * width, 99) };
}

describe.each(['cpu', 'wasm'] as const)('self-attention on %s', (backend) => {
  beforeAll(() => activate(backend));

  it.each([
    { batch: 2, length: 3, width: 4, heads: 2 },
    { batch: 1, length: 4, width: 2, heads: 1 },
    { batch: 1, length: 1, width: 6, heads: 3 },
  ])('is that of loops, and so is its gradient by what small changes show: %o', (sizes) => {
    const { specs, inputs, slopes } = attentionTask(sizes);
    const [states, ...weights] = inputs;
    tidy(() => {
      const x = tensor(Float32Array.from(states!), [sizes.batch, sizes.length, sizes.width]) as Tensor3D;
      const model = new Map<string, Tensor>(specs.map(({ name, shape }, i) => [name, tensor(Float32Array.from(weights[i]!), [...shape])]));
      const run = (): Tensor3D => attend(model, x);
      expect(largestDifference(run().dataSync<'float32'>(), slowAttention(sizes, inputs))).toBeLessThan(1e-5);
      const { grads } = engine().gradients(run, [x, ...model.values()], tensor(Float32Array.from(slopes), [sizes.batch, sizes.length, sizes.width]));
      const loss = (): number => slowAttention(sizes, inputs).reduce((sum, value, i) => sum + value * slopes[i]!, 0);
      inputs.forEach((values, n) => {
        const found = grads[n]!.dataSync<'float32'>();
        values.forEach((value, i) => {
          const [above, below] = [1e-5, -1e-5].map((change) => {
            values[i] = value + change;
            return loss();
          });
          values[i] = value;
          expect(Math.abs(found[i]! - (above! - below!) / 2e-5)).toBeLessThan(1e-4);
        });
      });
    });
  });

  it('trains with either encoder, without the fused network', async () => {
    for (const encoder of [{ kind: 'bilstm' }, { kind: 'dilated', channels: 16, blocks: 2, kernel: 3 }] as const) {
      const config = makeConfig({ hiddenSize: 8, encoder, attention: { heads: 2 } });
      expect(networkOfBackend({ mode: 'soft', inputs: 3, hiddenSize: 8, encoder, attention: config.attention })).toBeNull();
      const losses: number[] = [];
      const state = await train(makeData({ windows: 16, length: 12, inputs: 3 }, 4), { ...config, learningRate: 0.01, epochs: 8 }, { betweenSteps: async () => undefined, afterEpoch: ({ train: { raw } }) => losses.push(raw.span) });
      expect(losses.at(-1)).toBeLessThan(losses[0]!);
      expect(state.parameters.views.get('attention.query.weight')!.some((value) => value !== 0)).toBe(true);
    }
  });
});

describe('heads', () => {
  it('must divide the states of a bar', () => {
    expect(() => checkTrainConfig(makeConfig({ hiddenSize: 8, attention: { heads: 3 } }))).toThrow('attention.heads is 3; expected a number that divides the 16 states');
    expect(() => checkTrainConfig(makeConfig({ hiddenSize: 8, attention: { heads: 4 } }))).not.toThrow();
    expect(() => checkTrainConfig(makeConfig({ attention: null }))).not.toThrow();
  });
});
