import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildTrainData } from '../../../src/main/core/training/tensors.ts';
import { mergeBars } from '../../../src/main/store/queries/bars.ts';
import { startBackend } from '../../../src/main/trainer/start-backend.ts';
import { makeBarColumns, type BarColumns } from '../../../src/shared/domain/bar.ts';
import { newEditId, newJobId, newSpanId } from '../../../src/shared/domain/ids.ts';
import type { EpochRecord, RunSummary } from '../../../src/shared/domain/run.ts';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import type { SplitPart } from '../../../src/shared/domain/window.ts';
import { learnedParameters, type TrainState } from '../../../src/shared/engine/training/train-state.ts';
import { findPreset } from '../../../src/shared/engine/training/presets.ts';
import { withLongestSpan } from '../../../src/shared/engine/training/longest-span.ts';
import { train } from '../../../src/shared/engine/training/train-loop.ts';
import type { WindowData, WindowSpan } from '../../../src/shared/engine/training/window-data.ts';
import { generateMarket } from '../../../src/shared/sample/generate-market.ts';
import { CONFIG, disposeProjects, makeTrainingProject, openCore, valueOf, type TrainingProject } from './training-project.ts';

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
const configs = presets.flatMap((config) => (['soft', 'crf', 'segments'] as const).map((mode) => ({ ...config, mode })));

interface Trained {
  readonly epochs: readonly EpochRecord[];
  readonly state: TrainState;
}

/** The last window validates, where there are several. */
async function learn(windows: readonly WindowData[], wanted: TrainConfig): Promise<Trained> {
  const longest = Math.max(...windows.flatMap(({ spans }) => spans.map(({ start, end }) => end - start + 1)), 0);
  const config = withLongestSpan(wanted, longest, LENGTH);
  const parts = windows.map((_, n): SplitPart => (n > 0 && n === windows.length - 1 ? 'val' : 'train'));
  const epochs: EpochRecord[] = [];
  const data = await buildTrainData(windows, parts, config);
  const state = await train(data, config, { betweenSteps: async () => undefined, afterEpoch: (record) => epochs.push(record) });
  return { epochs, state };
}

/** Every number of a record, by its name. */
function numbersOf(value: unknown, name = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[name, value]];
  if (typeof value !== 'object') return [];
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

describe('a project', () => {
  afterEach(disposeProjects);

  async function trainIn({ core, ended }: Pick<TrainingProject, 'core' | 'ended'>, changes: Partial<TrainConfig> = {}): Promise<RunSummary> {
    const { runId } = valueOf(await core.api.startTraining({ config: { ...CONFIG, ...changes } }));
    return ended(runId);
  }

  async function predictIn({ core, seriesId }: TrainingProject, { id }: RunSummary): Promise<void> {
    const { bars } = valueOf(await core.api.predictSeries({ runId: id, seriesId, jobId: newJobId() }));
    const prediction = valueOf(await core.api.readSeriesPrediction({ runId: id, seriesId, from: 0 as never, to: Number.MAX_SAFE_INTEGER as never }))!;
    expect(prediction.probability).toHaveLength(bars);
    expect(prediction.probability.every((value) => value >= 0 && value <= 1)).toBe(true);
  }

  it.each(['soft', 'crf', 'segments'] as const)('with one reviewed window trains and predicts: %s', async (mode) => {
    const project = await makeTrainingProject();
    const commands = project.windowIds.slice(1, 24).map((windowId) => ({ kind: 'set-window-state', windowId, state: 'pending' }) as const);
    valueOf(await project.core.api.editLabels({ editId: newEditId(), command: { kind: 'batch', description: 'pending', commands } }));
    const run = await trainIn(project, { mode });
    expect(run).toMatchObject({ state: 'done', error: null, epochsDone: 3, windows: { train: 1, val: 0, test: 0 }, evaluation: null });
    await predictIn(project, run);
  });

  it.each([[2, 'soft'], [500, 'crf']] as const)('with windows of %i bars beside those of 40 trains on the commonest, or on those that are left: %s', async (length, mode) => {
    const project = await makeTrainingProject();
    const { core, seriesId, windowIds } = project;
    valueOf(await core.api.makeWindows({ seriesId, length, stride: 350 }));
    const { windows } = valueOf(await core.api.listWindows({ seriesId, offset: 0, limit: 100 }));
    const others = windows.filter((window) => window.length === length);
    for (const { id: windowId, startTime } of others) {
      const first = { id: newSpanId(), seriesId, windowId, startTime, endTime: startTime, confidence: 1 };
      const commands = [{ kind: 'create-span', span: first }, { kind: 'set-window-state', windowId, state: 'reviewed' }] as const;
      valueOf(await core.api.editLabels({ editId: newEditId(), command: { kind: 'batch', description: 'label', commands } }));
    }
    const both = valueOf(await core.api.readReadiness({ config: CONFIG }));
    expect(both.warnings).toContainEqual(`${others.length} reviewed windows are not 40 bars long and are left out.`);
    expect(await trainIn(project, { mode })).toMatchObject({ state: 'done', windows: { train: 13 } });

    const commands = windowIds.slice(0, 24).map((windowId) => ({ kind: 'set-window-state', windowId, state: 'skipped' }) as const);
    valueOf(await core.api.editLabels({ editId: newEditId(), command: { kind: 'batch', description: 'skip', commands } }));
    const run = await trainIn(project, { mode, split: { kind: 'random', validation: 0.3, test: 0 } });
    expect(run, run.error ?? '').toMatchObject({ state: 'done', error: null });
    expect(run.windows.train + run.windows.val).toBe(others.length);
    await predictIn(project, run);
  });

  it('whose training diverges keeps a run that says what to change, and trains again', async () => {
    const project = await makeTrainingProject();
    const run = await trainIn(project, { learningRate: 10, weightDecay: 10, epochs: 200 });
    expect(run).toMatchObject({ state: 'failed', error: expect.stringMatching(/^The training diverged in epoch \d+: the .* Lower the learning rate/) });
    const { epochs } = valueOf(await project.core.api.readRun({ runId: run.id }));
    expect(epochs.flatMap((epoch) => numbersOf(epoch)).every(([, value]) => Number.isFinite(value))).toBe(true);
    expect((await trainIn(project)).state).toBe('done');
  });

  it('refuses a learning rate of 1e6 before anything is recorded, and names it', async () => {
    const { core } = await makeTrainingProject();
    expect(await core.api.startTraining({ config: { ...CONFIG, learningRate: 1e6 } })).toMatchObject({ ok: false, error: { kind: 'invalid-input', message: expect.stringMatching(/config\.learningRate: .*10/) } });
    expect(valueOf(await core.api.listRuns({}))).toEqual([]);
  });

  it('in which something else put a price that is no number names the bar', async () => {
    const project = await makeTrainingProject();
    const run = await trainIn(project);
    await project.core.close();
    const db = new SqliteDatabase(project.path);
    const bars = column(makeBarColumns(1), () => Number.NaN);
    mergeBars(db, project.seriesId, { ...bars, time: Float64Array.of(1200 * 60_000) });
    db.close();
    const reopened = { ...project, core: openCore(project.path) };
    const predicted = await reopened.core.api.predictSeries({ runId: run.id, seriesId: project.seriesId, jobId: newJobId() });
    expect(predicted).toMatchObject({ ok: false, error: { kind: 'invalid-input', message: 'The bar of 1970-01-01T20:00:00.000Z has the open NaN.' } });
  });
});
