import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TrainConfig } from '../../../../src/shared/domain/train-config.ts';
import { fusedNetworkFor, setFusedNetwork } from '../../../../src/shared/engine/kernels/network/fused-network.ts';
import { runJade } from '../../../../src/shared/engine/model/run-jade.ts';
import { hiddenBars, pretrainingBatch } from '../../../../src/shared/engine/training/pretraining/pretraining-batch.ts';
import { nextWindow } from '../../../../src/shared/engine/training/pretraining/next-window.ts';
import { pretrain } from '../../../../src/shared/engine/training/pretraining/pretrain.ts';
import { pretrainingGradient } from '../../../../src/shared/engine/training/pretraining/pretraining-gradient.ts';
import { startPretraining } from '../../../../src/shared/engine/training/pretraining/pretraining-network.ts';
import type { TrainData, UnlabelledWindows } from '../../../../src/shared/engine/training/train-data.ts';
import { train } from '../../../../src/shared/engine/training/train-loop.ts';
import { jadeConfigOf, startState } from '../../../../src/shared/engine/training/train-state.ts';
import { activate } from '../backend.ts';
import { largestDifference } from '../golden-tensors.ts';
import { makeConfig, makeData, makePart } from './train-tasks.ts';

const LENGTH = 18;
const INPUTS = 3;

function unlabelledWindows(windows: number): UnlabelledWindows {
  // What follows a window is its own mean and deviation: there is something to learn.
  const { features } = makePart({ windows, length: LENGTH, inputs: INPUTS }, 7);
  for (let i = 0; i < features.length; i++) features[i] += Math.sin(i / INPUTS / 3) + (Math.floor(i / INPUTS / LENGTH) % 3) - 1;
  const next = Float32Array.from({ length: windows }).fill(0);
  const rows = Array.from(next, (_, n) => nextWindow(features.subarray(n * LENGTH * INPUTS, (n + 1) * LENGTH * INPUTS), INPUTS));
  return { windows, length: LENGTH, inputs: INPUTS, features, next: Float32Array.from(rows.flatMap((row) => [...row])) };
}

const dilated = { kind: 'dilated', channels: 16, blocks: 3, kernel: 3 } as const;
const pretraining = { kind: 'masked', epochs: 4, windows: 100 } as const;
const unlabelled = unlabelledWindows(20);
const data: TrainData = { ...makeData({ windows: 16, length: LENGTH, inputs: INPUTS }, 4), unlabelled };
const config = (changes: Partial<TrainConfig> = {}): TrainConfig => makeConfig({ hiddenSize: 8, epochs: 2, learningRate: 0.01, pretraining, ...changes });
const quiet = { betweenSteps: async () => undefined, afterEpoch: () => undefined };

describe('hidden bars', () => {
  it('are some of a window, in runs, by the stream alone', () => {
    let count = 0;
    for (let key = 0; key < 300; key++) {
      const hidden = hiddenBars(105, key);
      expect(hiddenBars(105, key)).toEqual(hidden);
      expect(hidden.length).toBeGreaterThan(0);
      expect(hidden.every((t) => t >= 0 && t < 105)).toBe(true);
      count += hidden.length / 105 / 300;
    }
    expect(count).toBeGreaterThan(0.24);
    expect(count).toBeLessThan(0.33);
    expect(hiddenBars(1, 5)).toEqual([0]);
  });

  it('are not seen, and alone are judged', () => {
    const batch = pretrainingBatch('masked', unlabelled, Int32Array.of(4, 1), 9);
    let sum = 0;
    for (let row = 0; row < 2 * LENGTH; row++) {
      const at = ([4, 1][Math.floor(row / LENGTH)]! * LENGTH + (row % LENGTH)) * INPUTS;
      const original = [...unlabelled.features.subarray(at, at + INPUTS)];
      const isHidden = batch.shares[row * INPUTS]! > 0;
      expect([...batch.features.subarray(row * INPUTS, (row + 1) * INPUTS)]).toEqual(isHidden ? [0, 0, 0] : original);
      expect([...batch.targets.subarray(row * INPUTS, (row + 1) * INPUTS)]).toEqual(original);
      for (let d = 0; d < INPUTS; d++) sum += batch.shares[row * INPUTS + d]!;
    }
    expect(sum).toBeCloseTo(1, 5);
  });
});

describe('the window that follows', () => {
  it('is told by mean and deviation of each feature', () => {
    expect([...nextWindow(Float32Array.of(1, 10, 3, 10, 5, 10), 2)].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([3, 10, 1.633, 0]);
  });
});

describe('the gradient before the labels', () => {
  beforeAll(() => activate('wasm'));
  const fused = fusedNetworkFor;
  let kept: ReturnType<typeof fusedNetworkFor> = null;
  afterEach(() => setFusedNetwork('wasm', kept));

  it.each([
    ['masked', { kind: 'bilstm' }],
    ['next-window', { kind: 'bilstm' }],
    ['masked', dilated],
    ['next-window', dilated],
  ] as const)('is the same fused and composed, and what small changes show: %s, %o', async (kind, encoder) => {
    kept = fused('wasm');
    const parameters = startPretraining({ mode: 'crf', inputs: INPUTS, hiddenSize: 8, encoder }, 3);
    const batch = pretrainingBatch(kind, unlabelled, Int32Array.of(4, 1, 7), 9);
    const whole = await pretrainingGradient(parameters, batch);
    const outputs = await runJade(parameters, { windows: 3, length: LENGTH, inputs: INPUTS, features: batch.features });
    const huber = (error: number): number => (Math.abs(error) <= 1 ? error ** 2 / 2 : Math.abs(error) - 0.5);
    const expected = outputs[batch.output].reduce((sum, value, i) => sum + batch.shares[i]! * huber(value - batch.targets[i]!), 0);
    expect(whole.loss).toBeCloseTo(expected, 5);
    setFusedNetwork('wasm', null);
    const composed = await pretrainingGradient(parameters, batch);
    expect(composed.loss).toBeCloseTo(whole.loss, 5);
    expect(largestDifference(whole.gradient, composed.gradient)).toBeLessThan(1e-5);
    const steepest = whole.gradient.reduce((best, slope, i) => (Math.abs(slope) > Math.abs(whole.gradient[best]!) ? i : best), 0);
    const before = parameters.flat[steepest]!;
    const [above, below] = [await lossWith(before + 0.01), await lossWith(before - 0.01)];
    expect((above - below) / 0.02).toBeCloseTo(whole.gradient[steepest]!, 2);

    async function lossWith(weight: number): Promise<number> {
      parameters.flat[steepest] = weight;
      return (await pretrainingGradient(parameters, batch)).loss;
    }
  });
});

describe('pretraining', () => {
  beforeAll(() => activate('wasm'));

  it.each([
    { kind: 'masked', encoder: { kind: 'bilstm' } },
    { kind: 'next-window', encoder: { kind: 'bilstm' } },
    { kind: 'masked', encoder: dilated },
  ] as const)('teaches the encoder, and it alone, the same each time: %o', async ({ kind, encoder }) => {
    const settings = config({ encoder, pretraining: { kind, epochs: 12, windows: 100 } });
    const run = async () => {
      const { parameters } = startState(settings, INPUTS);
      const losses = await pretrain(parameters, data, settings, quiet.betweenSteps);
      return { parameters, losses };
    };
    const first = await run();
    expect(first.losses).toHaveLength(12);
    expect(first.losses.at(-1)!).toBeLessThan(0.9 * first.losses[0]!);
    expect((await run()).parameters.flat).toEqual(first.parameters.flat);
    const fresh = startState(settings, INPUTS).parameters;
    for (const { name } of fresh.specs) {
      const moved = largestDifference(first.parameters.views.get(name)!, fresh.views.get(name)!) > 0;
      expect(moved, name).toBe(/^(lstm|encoder)\./.test(name));
    }
  });

  it('is part of the progress, and comes before the epochs, which go on from any of them without it', async () => {
    const steps: (readonly [number, number])[] = [];
    const states: Float32Array[] = [];
    const settings = config({ epochs: 3 });
    const whole = await train(data, settings, { betweenSteps: async (done, all) => void steps.push([done, all]), afterEpoch: (_, { parameters }) => states.push(parameters.flat.slice()) });
    // Three batches of twenty windows in four epochs, then two of sixteen in three.
    expect(steps).toEqual(Array.from({ length: 4 * 3 + 3 * 2 }, (_, done) => [done, 18]));
    const begun = await train(data, { ...settings, epochs: 1 }, quiet);
    expect(begun.parameters.flat).toEqual(states[0]);
    const { unlabelled: _, ...without } = data;
    expect((await train(without, settings, quiet, { resumed: begun })).parameters.flat).toEqual(whole.parameters.flat);
    expect(jadeConfigOf(settings, INPUTS)).toEqual(whole.parameters.config);
    expect((await train(data, config({ epochs: 3, pretraining: null }), quiet)).parameters.flat).not.toEqual(whole.parameters.flat);
  });

  it('says that there is nothing to learn from', async () => {
    const { unlabelled: _, ...without } = data;
    await expect(train(without, config(), quiet)).rejects.toMatchObject({ kind: 'not-enough-data', message: 'There are no bars to pretrain on.' });
  });
});
