import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EpochRecord } from '../../../../src/shared/domain/run.ts';
import type { TrainConfig } from '../../../../src/shared/domain/train-config.ts';
import { readState, writeState } from '../../../../src/shared/engine/training/checkpoint.ts';
import type { TrainData } from '../../../../src/shared/engine/training/train-data.ts';
import { train, type TrainWatch } from '../../../../src/shared/engine/training/train-loop.ts';
import { learnedParameters, type TrainState } from '../../../../src/shared/engine/training/train-state.ts';
import { activate } from '../backend.ts';
import { makeConfig, makeData } from './train-tasks.ts';

const silent: TrainWatch = { betweenSteps: async () => undefined, afterEpoch: () => undefined };
const small = makeData({ windows: 20, length: 12, inputs: 3 }, 6);

async function record(data: TrainData, config: TrainConfig): Promise<{ state: TrainState; epochs: EpochRecord[] }> {
  const epochs: EpochRecord[] = [];
  const state = await train(data, config, { ...silent, afterEpoch: (epoch) => epochs.push(epoch) });
  return { state, epochs };
}

const bytes = (state: TrainState): Uint8Array => writeState(state);

/** With everything on that a resumed training could forget. */
const elaborate: Partial<TrainConfig> = {
  weightAverage: 0.95,
  gradientClip: 1,
  schedule: { kind: 'cosine', warmUpSteps: 3, floor: 0.1 },
  confidence: 'weight',
};

describe.each(['wasm', 'cpu'] as const)('training on the %s backend', (backend) => {
  beforeAll(() => activate(backend));

  describe.each(['soft', 'crf', 'segments'] as const)('%s', (mode) => {
    it('gives the same weights to the bit, twice', async () => {
      const config = makeConfig({ mode, ...elaborate });
      const first = await train(small, config, silent);
      expect(bytes(await train(small, config, silent))).toEqual(bytes(first));
      expect(bytes(await train(small, { ...config, seed: 6 }, silent))).not.toEqual(bytes(first));
    });

    it('gives the same weights to the bit after a resume from any epoch', async () => {
      const config = makeConfig({ mode, ...elaborate, epochs: 4 });
      const kept: Uint8Array[] = [];
      const whole = await train(small, config, { ...silent, afterEpoch: (_, state) => kept.push(bytes(state)) });
      for (const checkpoint of kept.slice(0, -1)) {
        const resumed = await train(small, config, silent, { resumed: readState(checkpoint, config, small.train.inputs) });
        expect(bytes(resumed)).toEqual(bytes(whole));
      }
    });
  });
});

describe('training', () => {
  beforeAll(() => activate('wasm'));

  it.each([['best', false], ['last', true]] as const)('keeps the weights of the %s epoch', async (keep, always) => {
    const kept: boolean[] = [];
    const figures: number[] = [];
    const config = makeConfig({ keep, epochs: 8, learningRate: 0.05 });
    await train(small, config, { ...silent, afterEpoch: ({ valBest }, _, isBest) => { kept.push(isBest); figures.push(valBest!.f1); } });
    const better = figures.map((f1, n) => f1 > Math.max(-1, ...figures.slice(0, n)));
    // Of equal figures the loss decides, so that a better figure is enough to be kept, but not needed.
    expect(kept.filter((_, n) => better[n])).not.toContain(false);
    expect(kept.every(Boolean)).toBe(always);
  });

  const easy = makeData({ windows: 64, length: 20, inputs: 3 }, 24);
  const eager: Partial<TrainConfig> = { epochs: 20, learningRate: 0.02, headDropout: 0, inputDropout: 0, hiddenSize: 12, countdown: 'scaled' };

  it.each<Partial<TrainConfig>>([
    { spanLoss: { kind: 'bce', on: 'logits', positiveWeight: 'from-data' } },
    { spanLoss: { kind: 'bce', on: 'probability', positiveWeight: 1 } },
    { spanLoss: { kind: 'mse' } },
    { mode: 'crf', crfProbability: 'marginals' },
    { optimizer: 'adam', weightAverage: 0.9, schedule: { kind: 'one-cycle', peakAt: 0.3 } },
  ])('learns to find raised bars: %o', async (changes) => {
    const { epochs } = await record(easy, makeConfig({ ...eager, ...changes }));
    const [first, last] = [epochs[0]!, epochs.at(-1)!];
    expect(last.val!.raw.span).toBeLessThan(0.6 * first.val!.raw.span);
    expect(last.valBest!.f1).toBeGreaterThan(0.8);
    expect(last.separation!.separation).toBeGreaterThan(0.4);
  });

  it('records what it did', async () => {
    const { state, epochs } = await record(small, makeConfig());
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect(state.adam.step).toBe(9);
    const { train: losses, sigmas, taskWeights, gradientNorm, learningRate } = epochs[2]!;
    expect(losses.sum).toBeCloseTo(losses.raw.pointers + losses.raw.type + losses.raw.span + losses.raw.countdown, 10);
    expect(taskWeights.pointers + taskWeights.type + taskWeights.span + taskWeights.countdown).toBeCloseTo(1, 10);
    expect(sigmas.pointers).toBeLessThan(Math.exp(-0.3));
    expect(gradientNorm).toBeGreaterThan(0);
    expect(learningRate).toBe(1e-3);
  });

  it('calls the last epoch the best where nothing validates', async () => {
    const { state, epochs } = await record({ ...small, val: null }, makeConfig());
    expect(epochs.map(({ val, valBest }) => [val, valBest])).toEqual([[null, null], [null, null], [null, null]]);
    expect(state.best?.epoch).toBe(3);
  });

  it('stops early when it no longer improves', async () => {
    const { state, epochs } = await record(small, makeConfig({ epochs: 50, learningRate: 1e-9, headDropout: 0, earlyStopping: 2 }));
    expect(epochs.length).toBe(state.best!.epoch + 2);
    expect(epochs.length).toBeLessThan(50);
  });

  it('keeps an average that differs from the weights', async () => {
    const state = await train(small, makeConfig({ weightAverage: 0.9 }), silent);
    expect(learnedParameters(state).flat).toEqual(state.average);
    expect(learnedParameters(state).flat).not.toEqual(state.parameters.flat);
  });

  it('leaves the sigma of a task that is off where it was, but for the decay of all weights', async () => {
    const tasks = { pointers: true, type: true, span: true, countdown: false };
    const { epochs } = await record(small, makeConfig({ tasks, weightDecay: 0 }));
    expect(epochs.at(-1)!.sigmas.countdown).toBe(1);
    expect(epochs.at(-1)!.taskWeights.countdown).toBe(0);
    expect(epochs.at(-1)!.train.raw.countdown).toBe(0);
    expect(epochs.at(-1)!.sigmas.span).not.toBe(1);
  });

  it('trains on windows without any span, and on several in one', async () => {
    const empty = makeData({ windows: 9, length: 12, inputs: 3 }, 0);
    empty.train.oneSpan.fill(0);
    empty.train.mask.fill(0);
    const { epochs } = await record(empty, makeConfig({ spanLoss: { kind: 'bce', on: 'logits', positiveWeight: 'from-data' } }));
    const { raw } = epochs.at(-1)!.train;
    expect([raw.pointers, raw.type, raw.countdown]).toEqual([0, 0, 0]);
    expect(raw.span).toBeGreaterThan(0);
  });

  it.each([[1, 5], [1, 300], [3, 106]])('trains on %i window(s) of %i bars of a single class', async (windows, length) => {
    const data = makeData({ windows, length, inputs: 3 }, 1);
    data.train.type.fill(0);
    for (const mode of ['soft', 'crf', 'segments'] as const) {
      const { epochs } = await record(data, makeConfig({ mode, epochs: 2 }));
      expect(epochs.every(({ train: { sum }, val }) => Number.isFinite(sum) && Number.isFinite(val!.sum))).toBe(true);
    }
  });

  it('holds no tensor after a step', async () => {
    const counts: number[] = [];
    await train(small, makeConfig({ mode: 'crf' }), { ...silent, betweenSteps: async () => void counts.push(memory().numTensors) });
    expect(new Set(counts).size).toBe(1);
  });

  it('says that it diverged, and where', async () => {
    const diverging = makeConfig({ learningRate: 1e30, epochs: 20 });
    await expect(train(small, diverging, silent)).rejects.toThrow(/diverged in epoch 1: the (loss|gradient) was (NaN|Infinity)/);
    // With a single step per epoch it is the validation that shows it first.
    await expect(train(small, { ...diverging, batchSize: 20 }, silent)).rejects.toThrow(/diverged in epoch 1/);
  });

  it('can be left between two steps', async () => {
    let steps = 0;
    const watch = { ...silent, betweenSteps: async () => { if (++steps === 5) throw new Error('enough'); } };
    await expect(train(small, makeConfig(), watch)).rejects.toThrow('enough');
    expect(steps).toBe(5);
  });

  it.each([
    ['features', (data: TrainData) => data.train.features.fill(NaN, 40, 41), /Window 1 of the training part has the feature NaN/],
    ['confidence', (data: TrainData) => data.val!.confidence.fill(0, 2, 3), /Window 2 of the validation part has the confidence 0/],
    ['mask', (data: TrainData) => data.train.mask.fill(1.5), /Window 0 of the training part has the mask 1.5/],
    ['height', (data: TrainData) => data.train.heights.fill(-1, 12, 13), /Window 1 of the training part has the height -1/],
  ])('refuses impossible %s and names the window', async (_, spoil, message) => {
    const data = structuredClone(small);
    spoil(data);
    await expect(train(data, makeConfig(), silent)).rejects.toThrow(message);
  });

  it.each([
    [{ epochs: 0 }, /epochs is 0/],
    [{ headDropout: 1 }, /headDropout is 1/],
    [{ learningRate: NaN }, /learningRate is NaN/],
    [{ tasks: { pointers: false, type: false, span: false, countdown: false } }, /tasks is all off/],
  ])('refuses an impossible configuration: %o', async (changes, message) => {
    await expect(train(small, makeConfig(changes), silent)).rejects.toThrow(message);
  });

  it('refuses to start without a window', async () => {
    await expect(train(makeData({ windows: 0, length: 12, inputs: 3 }, 0), makeConfig(), silent)).rejects.toThrow('no window to train on');
  });
});
