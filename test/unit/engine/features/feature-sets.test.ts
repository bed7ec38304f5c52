import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barFeatures, windowFeatures, windowFeaturesAfresh } from '../../../../src/shared/engine/features/bar-features.ts';
import { FEATURE_SET_NAMES, WARM_UP_BARS, featureSet } from '../../../../src/shared/engine/features/feature-set.ts';
import { viewOhlc, type Ohlc } from '../../../../src/shared/engine/features/ohlc.ts';
import { joinBars, randomBars } from './random-bars.ts';

const LENGTH = 105;
const rows = (name: string, bars: Ohlc, from = 0): Float32Array => barFeatures(featureSet(name), bars, from, LENGTH).values;

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

  it('is finite for constant prices and for single bars', () => {
    const constant = Float64Array.from({ length: 150 }, () => 1.1);
    for (const count of [1, 2, 150]) {
      const bars = viewOhlc({ open: constant, high: constant, low: constant, close: constant }, 0, count);
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

describe('expanse-1', () => {
  it(`does not depend on where the pass began, after ${WARM_UP_BARS} bars`, () => {
    fc.assert(
      fc.property(randomBars({ min: 260, max: 500 }), fc.nat(), (bars, at) => {
        const start = at % (bars.close.length - WARM_UP_BARS);
        const columns = featureSet('expanse-1').names.length;
        const whole = rows('expanse-1', bars).subarray((start + WARM_UP_BARS) * columns);
        expect(rows('expanse-1', viewOhlc(bars, start, bars.close.length), WARM_UP_BARS)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('stays within the stated bounds', () => {
    fc.assert(
      fc.property(randomBars({ min: 1, max: 200 }), (bars) => {
        expect(rows('expanse-1', bars).every((value) => Math.abs(value) <= 5)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

it('refuses a set that does not exist, naming those that do', () => {
  expect(() => featureSet('nonsense')).toThrow(/no feature set "nonsense"/);
});
