import { beforeAll, describe, expect, it } from 'vitest';
import { buildTrainData } from '../../../src/main/core/training/tensors.ts';
import { startBackend } from '../../../src/main/trainer/start-backend.ts';
import { makeBarColumns, type BarColumns } from '../../../src/shared/domain/bar.ts';
import type { EpochRecord } from '../../../src/shared/domain/run.ts';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import type { SplitPart } from '../../../src/shared/domain/window.ts';
import { learnedParameters, type TrainState } from '../../../src/shared/engine/training/train-state.ts';
import { findPreset } from '../../../src/shared/engine/training/presets.ts';
import { train } from '../../../src/shared/engine/training/train-loop.ts';
import type { WindowData, WindowSpan } from '../../../src/shared/engine/training/window-data.ts';
import { generateMarket } from '../../../src/shared/sample/generate-market.ts';

const span = (start: number, end: number, more: Partial<WindowSpan> = {}): WindowSpan => ({
  start,
  end,
  confidence: 0.6,
  startUncertainty: 1,
  endUncertainty: 2,
  type: 'retracement',
  ...more,
});

const column = (bars: BarColumns, change: (price: number, i: number) => number): BarColumns => ({
  ...bars,
  open: bars.open.map(change),
  high: bars.high.map(change),
  low: bars.low.map(change),
  close: bars.close.map(change),
});

function marketBars(count: number, seed: number): BarColumns {
  return generateMarket({ bars: count, seed, timeframeMs: 60_000, startTime: 0 }).bars;
}

function constantBars(count: number, price: number): BarColumns {
  return column(makeBarColumns(count), () => price);
}

/** Windows of `length` bars after `warmUp` others, each with the same spans. */
function makeWindows(count: number, length: number, spans: readonly WindowSpan[], bars: (count: number, n: number) => BarColumns = marketBars, warmUp = 40): readonly WindowData[] {
  return Array.from({ length: count }, (_, n) => ({ bars: bars(warmUp + length, n), warmUp, spans }));
}

const LENGTH = 30;
const usual = [span(10, 15)];

/** What may stand in a project. */
const WINDOWS: Readonly<Record<string, readonly WindowData[]>> = {
  'constant prices': makeWindows(6, LENGTH, usual, (count) => constantBars(count, 1.1)),
  'prices of which some are constant': makeWindows(6, LENGTH, usual, (count, n) => (n % 2 === 0 ? constantBars(count, 7) : marketBars(count, n))),
  'tiny prices': makeWindows(6, LENGTH, usual, (count, n) => column(marketBars(count, n), (price) => price * 1e-9)),
  'huge prices': makeWindows(6, LENGTH, usual, (count, n) => column(marketBars(count, n), (price) => price * 1e9)),
  'a gap of price and time in the window': makeWindows(6, LENGTH, usual, (count, n) => {
    const bars = column(marketBars(count, n), (price, i) => (i < count - 12 ? price : price * 50));
    return { ...bars, time: bars.time.map((time, i) => (i < count - 12 ? time : time + 3e9)) };
  }),
  'one bar a thousand times larger': makeWindows(6, LENGTH, usual, (count, n) => {
    const bars = marketBars(count, n);
    return { ...bars, high: bars.high.map((price, i) => (i === count - 9 ? price * 1000 : price)) };
  }),
  'a single class': makeWindows(6, LENGTH, [span(10, 15, { type: 'consolidation' })]),
  'no class': makeWindows(6, LENGTH, [span(10, 15, { type: null })]),
  'spans at the first and the last bar': [span(0, 0), span(LENGTH - 1, LENGTH - 1), span(0, 4), span(LENGTH - 5, LENGTH - 1)].flatMap((at) => makeWindows(2, LENGTH, [at])),
  'every bar in a span': makeWindows(6, LENGTH, [span(0, LENGTH - 1)]),
  'no span at all': makeWindows(6, LENGTH, []),
  'several spans': makeWindows(6, LENGTH, [span(2, 5), span(4, 9), span(20, 22)]),
  'spans of almost no confidence': makeWindows(6, LENGTH, [span(10, 15, { confidence: 1e-6, startUncertainty: 500, endUncertainty: 500 })]),
  'windows of one bar': makeWindows(6, 1, [span(0, 0)]),
  'windows of two bars': makeWindows(6, 2, [span(1, 1)]),
  'windows of 500 bars': makeWindows(4, 500, [span(100, 120)]),
  'no bars before the window': makeWindows(6, LENGTH, usual, marketBars, 0),
  'one window only': makeWindows(1, LENGTH, usual),
};

const small = { epochs: 3, hiddenSize: 8, batchSize: 4 };
const presets: readonly TrainConfig[] = ['published', 'quick'].map((id) => ({ ...findPreset(id).config, ...small }));
const configs = presets.flatMap((config) => (['soft', 'crf'] as const).map((mode) => ({ ...config, mode })));

interface Trained {
  readonly epochs: readonly EpochRecord[];
  readonly state: TrainState;
}

/** The last window validates, where there are several. */
async function learn(windows: readonly WindowData[], config: TrainConfig): Promise<Trained> {
  const parts = windows.map((_, n): SplitPart => (n > 0 && n === windows.length - 1 ? 'val' : 'train'));
  const epochs: EpochRecord[] = [];
  const data = await buildTrainData(windows, parts, config);
  const state = await train(data, config, { betweenSteps: async () => undefined, afterEpoch: (record) => epochs.push(record) });
  return { epochs, state };
}

/** Every number of a record, by its name. */
function numbersOf(value: unknown, name = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[name, value]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => numbersOf(inner, `${name}.${key}`));
}

function expectSound({ epochs, state }: Trained, config: TrainConfig): void {
  expect(epochs).toHaveLength(config.epochs);
  const impossible = epochs.flatMap((epoch) => numbersOf(epoch)).filter(([, value]) => !Number.isFinite(value));
  expect(impossible).toEqual([]);
  expect(learnedParameters(state).flat.every(Number.isFinite)).toBe(true);
}

describe('a training on', () => {
  beforeAll(async () => void (await startBackend('wasm', 1)));

  describe.each(Object.entries(WINDOWS))('%s', (_, windows) => {
    it.each(configs)('ends in numbers: $preset, $mode', async (config) => {
      expectSound(await learn(windows, config), config);
    });
  });

  it('volume of 0, or none, is the same training: no feature reads it', async () => {
    const of = (volume: number) => makeWindows(4, LENGTH, usual, (count, n) => ({ ...marketBars(count, n), volume: new Float64Array(count).fill(volume) }));
    for (const config of configs) {
      const [zero, none, some] = await Promise.all([0, Number.NaN, 5].map(async (volume) => buildTrainData(of(volume), ['train', 'train', 'train', 'val'], config)));
      expect(none).toEqual(zero);
      expect(some).toEqual(zero);
    }
    expectSound(await learn(of(0), configs[0]!), configs[0]!);
  });

  it.each(configs)('prices that are no numbers is refused, and the bar named: $preset, $mode', async (config) => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const windows = makeWindows(4, LENGTH, usual, (count, n) => (n === 2 ? column(marketBars(count, n), (price, i) => (i === count - 5 ? value : price)) : marketBars(count, n)));
      await expect(learn(windows, config)).rejects.toMatchObject({ kind: 'invalid-input', message: expect.stringMatching(/^The bar of 1970-01-01T.* has the open (NaN|Infinity)/), nextStep: expect.stringMatching(/Import the bars/) });
    }
  });
});

describe('a training that diverges', () => {
  beforeAll(async () => void (await startBackend('wasm', 1)));

  const windows = makeWindows(8, LENGTH, usual);
  const refusal = { kind: 'trainer', message: expect.stringMatching(/^The training diverged in epoch \d+: /), nextStep: expect.stringMatching(/Lower the learning rate/) };
  const wild: readonly Partial<TrainConfig>[] = [{ weightAverage: null }, { weightAverage: 0.95 }, { weightDecay: 0 }, { gradientClip: 1 }, { optimizer: 'adam' }, { tasks: { pointers: false, type: false, span: true, countdown: false } }];

  describe.each(configs)('with $preset, $mode', (config) => {
    it.each(wild)('says what to change at a learning rate of 1e6: %o', async (changes) => {
      await expect(learn(windows, { ...config, ...changes, learningRate: 1e6, epochs: 60 })).rejects.toMatchObject(refusal);
    });

    it.each([10, 1, 0.1])('ends in numbers or says what to change at a learning rate of %d', async (learningRate) => {
      const reckless = { ...config, learningRate, epochs: 30 };
      const outcome = await learn(windows, reckless).catch((thrown: unknown) => thrown);
      if (outcome instanceof Error) expect(outcome).toMatchObject(refusal);
      else expectSound(outcome as Trained, reckless);
    });

    it('says so in its last step, too, where nothing validates and no other step would show it', async () => {
      await expect(learn(windows.slice(0, 1), { ...config, epochs: 1, learningRate: 1e39 })).rejects.toMatchObject(refusal);
    });
  });
});
