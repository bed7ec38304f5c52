import { describe, expect, it } from 'vitest';
import { viewBars, type BarColumns } from '../../../../src/shared/domain/bar.ts';
import { featureSet } from '../../../../src/shared/engine/features/feature-set.ts';
import { augmentWindow } from '../../../../src/shared/engine/training/augmentation/augment-window.ts';
import { variantsOf, type Variant } from '../../../../src/shared/engine/training/augmentation/variants.ts';
import { gatherBatch } from '../../../../src/shared/engine/training/batch.ts';
import { randomUniform } from '../../../../src/shared/engine/model/counter-random.ts';
import { checkTrainConfig } from '../../../../src/shared/engine/training/check-train-config.ts';
import { drawVariants } from '../../../../src/shared/engine/training/draw-variants.ts';
import { makeObjective } from '../../../../src/shared/engine/training/objective.ts';
import type { TrainPart } from '../../../../src/shared/engine/training/train-data.ts';
import { train } from '../../../../src/shared/engine/training/train-loop.ts';
import type { TrainState } from '../../../../src/shared/engine/training/train-state.ts';
import type { WindowData } from '../../../../src/shared/engine/training/window-data.ts';
import { fillVariant, inputsOf, makePart } from '../../../../src/shared/engine/training/window-tensors.ts';
import { activate } from '../backend.ts';
import { largestDifference } from '../golden-tensors.ts';
import { makeConfig, makePart as makeTask } from './train-tasks.ts';

const plain: Variant = { mirrored: false, reversed: false, factor: 1 };
const WARM_UP = 200;
const LENGTH = 40;
const bars = walk(WARM_UP + LENGTH);
const span = { start: 4, end: 11, confidence: 0.6, startUncertainty: 1, endUncertainty: 3, type: 'consolidation' } as const;
const window: WindowData = { bars, warmUp: WARM_UP, spans: [span, { ...span, start: 20, end: 22 }] };
const PRICES = ['open', 'high', 'low', 'close'] as const;

/** A random walk of prices near 100. */
function walk(count: number): BarColumns {
  const random = (stream: number) => (_: unknown, i: number): number => randomUniform(stream, i);
  const steps = Float64Array.from({ length: count }, random(1));
  let price = 100;
  const close = steps.map((step) => (price += 2 * step - 1));
  const open = close.map((_, i) => (i === 0 ? 100 : close[i - 1]!));
  const [up, down] = [2, 3].map((stream) => Float64Array.from({ length: count }, random(stream)));
  return {
    time: close.map((_, i) => i * 60_000),
    open,
    high: close.map((value, i) => Math.max(value, open[i]!) + up![i]!),
    low: close.map((value, i) => Math.min(value, open[i]!) - down![i]!),
    close,
    volume: close.map(() => NaN),
  };
}

describe('variants of a window', () => {
  it('are all combinations of what is on, the window as it is first', () => {
    expect(variantsOf()).toEqual([plain]);
    expect(variantsOf({ mirror: true })).toEqual([plain, { ...plain, mirrored: true }]);
    expect(variantsOf({ mirror: true, reverse: true })).toHaveLength(4);
    expect(variantsOf({ mirror: true, reverse: true, scale: 2 })).toHaveLength(12);
    expect(variantsOf({ mirror: true, reverse: true, scale: 2 })[0]).toEqual(plain);
  });

  it('mirror prices about the first close in log price, with high and low in each other\'s place, and leave spans', () => {
    const { bars: mirrored, spans, warmUp } = augmentWindow(window, { ...plain, mirrored: true });
    const centre = bars.close[WARM_UP]!;
    expect(warmUp).toBe(WARM_UP);
    expect(spans).toEqual(window.spans);
    bars.time.forEach((_, i) => {
      expect(Math.log(mirrored.close[i]!) - Math.log(centre)).toBeCloseTo(Math.log(centre) - Math.log(bars.close[i]!), 10);
      expect(mirrored.high[i]).toBeCloseTo((centre * centre) / bars.low[i]!, 8);
      expect(mirrored.low[i]).toBeCloseTo((centre * centre) / bars.high[i]!, 8);
      expect(mirrored.high[i]!).toBeGreaterThanOrEqual(Math.max(mirrored.open[i]!, mirrored.close[i]!) - 1e-9);
      expect(mirrored.low[i]!).toBeLessThanOrEqual(Math.min(mirrored.open[i]!, mirrored.close[i]!) + 1e-9);
    });
  });

  it.each([{ mirrored: true }, { reversed: true }])('give the window again when it is done twice: %o', (change) => {
    const own: WindowData = { ...window, bars: viewBars(bars, WARM_UP, bars.time.length), warmUp: 0 };
    const twice = augmentWindow(augmentWindow(own, { ...plain, ...change }), { ...plain, ...change });
    for (const name of PRICES) expect(largestDifference(twice.bars[name], own.bars[name])).toBeLessThan(1e-9);
    expect(twice.spans.map(({ start, end, startUncertainty, endUncertainty }) => [start, end, startUncertainty, endUncertainty])).toEqual([[4, 11, 1, 3], [20, 22, 1, 3]]);
  });

  it('reverse pauses between bars', () => {
    const time = Float64Array.of(5, 6, 7, 20, 21);
    const short = { bars: { ...viewBars(bars, 0, 5), time }, warmUp: 0, spans: [] };
    expect([...augmentWindow(short, { ...plain, reversed: true }).bars.time]).toEqual([5, 6, 19, 20, 21]);
  });

  it('reverse bars and spans, and know no type any more', () => {
    const { bars: reversed, spans, warmUp } = augmentWindow(window, { ...plain, reversed: true });
    expect(warmUp).toBe(0);
    for (let t = 0; t < LENGTH; t++) {
      const from = WARM_UP + LENGTH - 1 - t;
      expect([reversed.open[t], reversed.high[t], reversed.low[t], reversed.close[t]]).toEqual([bars.close[from], bars.high[from], bars.low[from], bars.open[from]]);
    }
    const others = { startUncertainty: 3, endUncertainty: 1, confidence: 0.6, type: null };
    expect(spans).toEqual([{ start: 17, end: 19, ...others }, { start: 28, end: 35, ...others }]);
  });

  it('stretch distances in log price around the first close', () => {
    const { bars: stretched } = augmentWindow(window, { ...plain, factor: 2 });
    const centre = bars.close[WARM_UP]!;
    const distances = (prices: Float64Array): Float64Array => prices.map((price) => Math.log(price / centre));
    for (const name of PRICES) expect(largestDifference(distances(stretched[name]), distances(bars[name]).map((value) => 2 * value))).toBeLessThan(1e-9);
  });

  it('turn the signs of features that have a direction, to what log prices differ from prices', () => {
    const features = featureSet('expanse-1');
    const rules = { features, featureScope: 'series' } as const;
    const [as, mirrored] = [plain, { ...plain, mirrored: true }].map((variant) => inputsOf(augmentWindow(window, variant), rules));
    const column = features.names.indexOf('log_return');
    for (let t = 0; t < LENGTH; t++) expect(mirrored![t * features.names.length + column]).toBeCloseTo(-as![t * features.names.length + column]!, 3);
  });
});

describe('a part with variants', () => {
  const rules = { features: featureSet('relativity'), featureScope: 'window', maskTarget: 'binary' } as const;
  const variants = variantsOf({ mirror: true, reverse: true });
  const windows = [window, { ...window, spans: [span] }];
  const part = makePart(windows.length, LENGTH, rules.features, variants.length);
  variants.forEach((variant, v) => windows.forEach((each, n) => fillVariant(part, v * windows.length + n, each, variant, rules)));

  it('has a row for each variant of each window, with the features and targets of the changed window', () => {
    expect([part.windows, part.variants, part.mask.length]).toEqual([2, 4, 8 * LENGTH]);
    variants.forEach((variant, v) => windows.forEach((each, n) => {
      const row = v * 2 + n;
      expect(part.features.slice(row * LENGTH * 12, (row + 1) * LENGTH * 12)).toEqual(inputsOf(augmentWindow(each, variant), rules));
      const inSpan = [...part.mask.subarray(row * LENGTH, (row + 1) * LENGTH)];
      const label = Array.from({ length: LENGTH }, (_, t) => (each.spans.some(({ start, end }) => start <= t && t <= end) ? 1 : 0));
      expect(inSpan).toEqual(variant.reversed ? label.toReversed() : label);
    }));
  });

  it('masks type and countdown of reversed windows, and nothing else of them', () => {
    const reversedRow = variants.findIndex(({ reversed }) => reversed) * 2 + 1;
    const { weights } = gatherBatch(part, [1, reversedRow], makeObjective(makeConfig(), part));
    expect([...weights.type!.weights]).toEqual([1, 0]);
    expect([...weights.countdown!.weights]).toEqual([1, 0]);
    expect([...weights.pointers!.weights]).toEqual([0.5, 0.5]);
    expect([...weights.span!.weights]).toEqual([0.5, 0.5]);
  });
});

describe('drawing variants', () => {
  const indices = Int32Array.of(4, 0, 9);

  it('takes a row of each window, the same for the same stream and whatever else is in the batch', () => {
    const rows = drawVariants({ windows: 10, variants: 4 }, indices, 77);
    expect([...rows].map((row) => row % 10)).toEqual([4, 0, 9]);
    expect(drawVariants({ windows: 10, variants: 4 }, Int32Array.of(9, 4), 77)).toEqual(Int32Array.of(rows[2]!, rows[0]!));
    expect(drawVariants({ windows: 10 }, indices, 77)).toEqual(indices);
  });

  it('takes each variant about as often', () => {
    const counts = [0, 0, 0, 0];
    for (let key = 0; key < 4000; key++) counts[Math.floor(drawVariants({ windows: 10, variants: 4 }, Int32Array.of(3), key)[0]! / 10)]!++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('a training with variants', () => {
  /** Each window once more with other features and targets. */
  function twice(part: TrainPart, other: TrainPart): TrainPart {
    const both = <Values extends Float32Array | Int32Array | Uint8Array>(a: Values, b: Values): Values => joined(a, b);
    return {
      ...part,
      variants: 2,
      features: both(part.features, other.features),
      mask: both(part.mask, other.mask),
      heights: both(part.heights, other.heights),
      countdown: both(part.countdown, other.countdown),
      pointers: both(part.pointers, other.pointers),
      type: both(part.type, other.type),
      oneSpan: both(part.oneSpan, other.oneSpan),
      confidence: both(part.confidence, other.confidence),
      spanCount: both(part.spanCount, other.spanCount),
      countsDown: new Uint8Array(2 * part.windows).fill(1),
    };
  }
  function joined<Values extends Float32Array | Int32Array | Uint8Array>(a: Values, b: Values): Values {
    const values = new (a.constructor as new (size: number) => Values)(a.length + b.length);
    values.set(a);
    values.set(b, a.length);
    return values;
  }
  const size = { windows: 12, length: 15, inputs: 3 };
  const data = { train: twice(makeTask(size, 1), makeTask(size, 2)), val: null };
  const config = makeConfig({ epochs: 3 });
  const weights = async (resumed: TrainState | null = null, epochs = 3): Promise<{ flat: Float32Array; steps: number; state: Awaited<ReturnType<typeof train>> }> => {
    const state = await train(data, { ...config, epochs }, { betweenSteps: async () => undefined, afterEpoch: () => undefined }, { resumed });
    return { flat: state.parameters.flat.slice(), steps: state.adam.step, state };
  };

  it('keeps its number of steps, learns from both, and goes on as if it had never stopped', async () => {
    await activate('cpu');
    const whole = await weights();
    expect(whole.steps).toBe(3 * 2);
    const part = await weights(null, 1);
    expect((await weights(part.state)).flat).toEqual(whole.flat);
    const plainData = { train: makeTask(size, 1), val: null };
    const without = await train(plainData, config, { betweenSteps: async () => undefined, afterEpoch: () => undefined });
    expect(without.parameters.flat).not.toEqual(whole.flat);
  });

  it('refuses reversed windows whose features would need a warm-up from behind', () => {
    const reverse = { augmentation: { reverse: true } };
    expect(() => checkTrainConfig(makeConfig({ ...reverse, featureScope: 'series' }))).toThrow('augmentation.reverse');
    expect(() => checkTrainConfig(makeConfig({ ...reverse, featureScope: 'window' }))).not.toThrow();
    expect(() => checkTrainConfig(makeConfig({ augmentation: { scale: 0.5 } }))).toThrow('augmentation.scale');
  });
});
