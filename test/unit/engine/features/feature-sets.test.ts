import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barFeatures, windowFeatures, windowFeaturesAfresh } from '../../../../src/shared/engine/features/bar-features.ts';
import { FEATURE_SET_NAMES, WARM_UP_BARS, featureSet } from '../../../../src/shared/engine/features/feature-set.ts';
import { viewOhlc, type Ohlc } from '../../../../src/shared/engine/features/ohlc.ts';
import { goldenSeries, noGoldens, toOhlc } from './golden-series.ts';
import { joinBars, randomBars } from './random-bars.ts';

const LENGTH = 105;
const rows = (name: string, bars: Ohlc, from = 0): Float32Array => barFeatures(featureSet(name), bars, from, LENGTH).values;

/** Values that a window computed with its warm-up has in other places than one pass over the whole series. */
function dependence(name: string, bars: Ohlc, start: number, length: number): number {
  const whole = rows(name, bars);
  const own = rows(name, viewOhlc(bars, start - WARM_UP_BARS, start + length), WARM_UP_BARS);
  const columns = whole.length / bars.close.length;
  return own.reduce((largest, value, i) => Math.max(largest, Math.abs(value - whole[start * columns + i])), 0);
}

const scaled = (bars: Ohlc, factor: number): Ohlc => ({
  open: bars.open.map((price) => price * factor),
  high: bars.high.map((price) => price * factor),
  low: bars.low.map((price) => price * factor),
  close: bars.close.map((price) => price * factor),
});

describe.each(FEATURE_SET_NAMES)('feature set %s', (name) => {
  const set = featureSet(name);

  it('names every column once', () => {
    expect(new Set(set.names).size).toBe(set.names.length);
    const bars = fc.sample(randomBars({ min: 5, max: 5 }), { numRuns: 1, seed: 1 })[0];
    expect(set.compute(bars, LENGTH).length + (set.withPosition ? 1 : 0)).toBe(set.names.length);
  });

  it('is causal: another future changes nothing', () => {
    const parts = fc.tuple(randomBars({ min: 1, max: 250 }), randomBars({ min: 1, max: 60 }), randomBars({ min: 1, max: 60 }));
    fc.assert(
      fc.property(parts, ([past, future, other]) => {
        const kept = past.close.length * (set.names.length - (set.withPosition ? 1 : 0));
        expect(rows(name, joinBars(past, future)).subarray(0, kept)).toEqual(rows(name, joinBars(past, other)).subarray(0, kept));
      }),
      { numRuns: 40 },
    );
  });

  it('is free of scale', () => {
    fc.assert(
      fc.property(randomBars({ min: 1, max: 250 }), (bars) => {
        // A power of two leaves every mantissa as it is, so that no threshold is crossed by rounding.
        expect(rows(name, scaled(bars, 1024))).toEqual(rows(name, bars));
      }),
      { numRuns: 20 },
    );
  });

  it.skipIf(noGoldens !== undefined).each(goldenSeries)('is free of scale on $name', ({ ohlc }) => {
    const bars = toOhlc(ohlc);
    const thousand = rows(name, scaled(bars, 1000));
    expect(rows(name, bars).every((value, i) => Math.abs(value - thousand[i]) <= 1e-6)).toBe(true);
  });

  it(`has the same values in a window with ${WARM_UP_BARS} warm-up bars as in one pass over the series`, () => {
    fc.assert(
      fc.property(randomBars({ min: 260, max: 500 }), fc.nat(), (bars, at) => {
        const start = WARM_UP_BARS + (at % (bars.close.length - WARM_UP_BARS));
        expect(dependence(name, bars, start, Math.min(LENGTH, bars.close.length - start))).toBeLessThanOrEqual(1e-6);
      }),
      { numRuns: 30 },
    );
  });

  it.skipIf(noGoldens !== undefined).each(goldenSeries)('has them on $name, too', ({ ohlc }) => {
    const bars = toOhlc(ohlc);
    for (let start = WARM_UP_BARS; start + LENGTH <= ohlc.length; start += 5) expect(dependence(name, bars, start, LENGTH), `window at ${start}`).toBeLessThanOrEqual(1e-6);
  });

  it('is finite for constant prices, for single bars, and across a gap in price', () => {
    const flat = (price: number, count: number): Ohlc => {
      const column = new Float64Array(count).fill(price);
      return { open: column, high: column, low: column, close: column };
    };
    const [low, high] = [flat(1.1, 150), flat(1.1e6, 150)];
    for (const bars of [flat(1.1, 1), flat(1.1, 2), low, joinBars(low, high), joinBars(high, low), joinBars(low, flat(1.1e6, 1))]) {
      expect(rows(name, bars).every(Number.isFinite)).toBe(true);
    }
  });

  it('fills a window with the rows of its bars, and its place where the set has it', () => {
    const bars = fc.sample(randomBars({ min: 150, max: 150 }), { numRuns: 1, seed: 2 })[0];
    const window = windowFeatures(set, bars, 45);
    const own = barFeatures(set, bars, 45, LENGTH);
    for (let t = 0; t < LENGTH; t++) {
      const row = window.subarray(t * set.names.length, (t + 1) * set.names.length);
      expect(row.subarray(0, own.columns)).toEqual(own.values.subarray(t * own.columns, (t + 1) * own.columns));
      if (set.withPosition) expect(row.at(-1)).toBe(Math.fround(t / 104));
    }
    expect(windowFeaturesAfresh(set, bars, 45)).toEqual(windowFeatures(set, viewOhlc(bars, 45, 150), 0));
  });
});

describe.each(['expanse-1', 'expanse-2'])('%s', (name) => {
  it(`does not depend to the bit on where the pass began, after ${WARM_UP_BARS} bars`, () => {
    fc.assert(
      fc.property(randomBars({ min: 260, max: 500 }), fc.nat(), (bars, at) => {
        const start = at % (bars.close.length - WARM_UP_BARS);
        const columns = featureSet(name).names.length;
        const whole = rows(name, bars).subarray((start + WARM_UP_BARS) * columns);
        expect(rows(name, viewOhlc(bars, start, bars.close.length), WARM_UP_BARS)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('stays within the stated bounds', () => {
    fc.assert(
      fc.property(randomBars({ min: 1, max: 200 }), (bars) => {
        expect(rows(name, bars).every((value) => Math.abs(value) <= 5)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

it('expanse-2 is expanse-1 with momentum behind it', () => {
  const bars = fc.sample(randomBars({ min: 90, max: 90 }), { numRuns: 1, seed: 3 })[0];
  const [one, two] = [featureSet('expanse-1'), featureSet('expanse-2')];
  expect(two.names).toEqual([...one.names, 'momentum_4_16', 'momentum_12_48']);
  expect(two.compute(bars, LENGTH).slice(0, one.names.length)).toEqual(one.compute(bars, LENGTH));
});

it('refuses a set that does not exist, naming those that do', () => {
  expect(() => featureSet('nonsense')).toThrow(/no feature set "nonsense"/);
});
