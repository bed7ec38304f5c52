import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../../src/main/trainer/start-backend.ts';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import { bestThreshold } from '../../../src/shared/engine/evaluation/best-threshold.ts';
import { positionPrior, repeatPrior } from '../../../src/shared/engine/evaluation/position-prior.ts';
import { separation } from '../../../src/shared/engine/evaluation/separation.ts';
import { randomOrder, streamKey } from '../../../src/shared/engine/model/counter-random.ts';
import { evaluatePart } from '../../../src/shared/engine/training/evaluate-part.ts';
import { makeObjective } from '../../../src/shared/engine/training/objective.ts';
import { findPreset } from '../../../src/shared/engine/training/presets.ts';
import type { TrainPart } from '../../../src/shared/engine/training/train-data.ts';
import { train } from '../../../src/shared/engine/training/train-loop.ts';
import { learnedParameters } from '../../../src/shared/engine/training/train-state.ts';
import { absent, readPart } from './ref210.ts';

/** Small and short, and still enough to find the spans where the labels are their own. */
const CONFIG: TrainConfig = { ...findPreset('quick').config, hiddenSize: 32, epochs: 12 };
const SHUFFLES = 6;
/** A stream of random numbers that no training uses. */
const ORDER = 99;
/**
 * How far the mean of the shuffles may lie above what nothing learned gives. Of 36 shuffles the F1 was 0.25 with a standard
 * deviation of 0.045 (the prior gives 0.22, and a threshold that is chosen on the same windows flatters what varies more), so
 * that chance lifts the mean of six beyond this about once in ten thousand; the own labels bring 0.59.
 */
const MARGIN = 0.1;

const watch = { betweenSteps: async () => undefined, afterEpoch: () => undefined };

/** Trains without looking at `val`, then predicts it. -> [N*T] */
async function trainAndPredict(part: TrainPart, val: TrainPart, seed: number): Promise<Float32Array> {
  const config = { ...CONFIG, seed };
  const state = await train({ train: part, val: null }, config, watch);
  return (await evaluatePart(learnedParameters(state), val, makeObjective(config, part))).probability;
}

/** What a prediction tells of a bar beyond its position in the window. */
function beyondPosition(probability: Float32Array, length: number): Float32Array {
  const windows = probability.length / length;
  const mean = new Float64Array(length);
  probability.forEach((value, i) => (mean[i % length] += value / windows));
  return probability.map((value, i) => value - mean[i % length]!);
}

describe.skipIf(absent !== null)(absent === null ? 'labels of ref210 shuffled across windows' : `labels shuffled across windows (skipped: ${absent})`, () => {
  beforeAll(async () => void (await startBackend('wasm', 'auto')));

  it('teach a model nothing but where spans usually lie', { timeout: 60_000 }, async () => {
    const val = readPart('val', CONFIG);
    const own = readPart('train', CONFIG);
    const prior = bestThreshold(repeatPrior(positionPrior(own.mask, own.length), val.windows), val.mask).f1;
    const judge = (probability: Float32Array) => ({
      f1: bestThreshold(probability, val.mask).f1,
      beyond: separation(beyondPosition(probability, val.length), val.mask).separation,
    });

    const shuffled = { f1: 0, beyond: 0 };
    for (let seed = 1; seed <= SHUFFLES; seed++) {
      const order = randomOrder(streamKey(seed, ORDER), own.windows);
      const { f1, beyond } = judge(await trainAndPredict(readPart('train', CONFIG, (n) => order[n]!), val, seed));
      shuffled.f1 += f1 / SHUFFLES;
      shuffled.beyond += beyond / SHUFFLES;
    }
    expect(shuffled.f1).toBeLessThan(prior + MARGIN);
    expect(shuffled.beyond).toBeLessThan(MARGIN);

    // The same measures see what the labels of their own windows teach.
    const learned = judge(await trainAndPredict(own, val, 1));
    expect(learned.f1).toBeGreaterThan(prior + 2 * MARGIN);
    expect(learned.beyond).toBeGreaterThan(2 * MARGIN);
  });
});
