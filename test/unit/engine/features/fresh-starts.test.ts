import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barFeatures, windowFeatures } from '../../../../src/shared/engine/features/bar-features.ts';
import { FEATURE_SET_NAMES, featureSet, WARM_UP_BARS } from '../../../../src/shared/engine/features/feature-set.ts';
import { freshStarts } from '../../../../src/shared/engine/features/fresh-starts.ts';
import { viewOhlc, type Ohlc } from '../../../../src/shared/engine/features/ohlc.ts';

const LENGTH = 105;
const MINUTE = 60_000;

function walk(bars: number): Ohlc {
  const columns = { open: new Float64Array(bars), high: new Float64Array(bars), low: new Float64Array(bars), close: new Float64Array(bars) };
  let price = 100;
  for (let i = 0; i < bars; i++) {
    columns.open[i] = price;
    price += Math.sin(i * i) * (1 + Math.cos(i / 40));
    columns.close[i] = price;
    columns.high[i] = Math.max(columns.open[i]!, price) + Math.abs(Math.sin(i));
    columns.low[i] = Math.min(columns.open[i]!, price) - Math.abs(Math.cos(i));
  }
  return columns;
}

/** A bar a minute, but for so many missing ones before some bars. */
function times(bars: number, missing: ReadonlyMap<number, number>): Float64Array {
  const time = new Float64Array(bars);
  for (let i = 1; i < bars; i++) time[i] = time[i - 1]! + MINUTE * (1 + (missing.get(i) ?? 0));
  return time;
}

describe('fresh starts', () => {
  it('come first and after gaps of more than sixty bars', () => {
    expect(freshStarts(times(400, new Map([[10, 60], [100, 61], [300, 5000]])))).toEqual([0, 100, 300]);
    expect(freshStarts([])).toEqual([0]);
    expect(freshStarts([5])).toEqual([0]);
  });

  it('do not depend on the timeframe', () => {
    const time = times(300, new Map([[50, 60], [200, 70]]));
    expect(freshStarts(time.map((value) => value * 1440))).toEqual([0, 200]);
  });
});

describe.each(FEATURE_SET_NAMES)('%s with fresh starts', (name) => {
  const set = featureSet(name);
  const bars = walk(600);

  it('reads nothing of what lies before a start', () => {
    const whole = barFeatures(set, bars, 0, LENGTH, [0, 250, 430]);
    const second = barFeatures(set, viewOhlc(bars, 250, 430), 0, LENGTH);
    expect(whole.values.subarray(250 * whole.columns, 430 * whole.columns)).toEqual(second.values);
    expect(barFeatures(set, bars, 0, LENGTH, [0]).values).toEqual(barFeatures(set, bars, 0, LENGTH).values);
  });
});

it('a window has the same features however the series before it was cut', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 599 }), { maxLength: 4 }), fc.integer({ min: WARM_UP_BARS, max: 600 - LENGTH }), (gaps, start) => {
      const bars = walk(600);
      const time = times(600, new Map(gaps.map((at) => [at, 90])));
      const set = featureSet('expanse-2');
      const whole = barFeatures(set, bars, 0, LENGTH, freshStarts(time));
      const first = start - WARM_UP_BARS;
      const own = windowFeatures(set, viewOhlc(bars, first, start + LENGTH), WARM_UP_BARS, freshStarts(time.subarray(first, start + LENGTH)));
      const expected = whole.values.subarray(start * whole.columns, (start + LENGTH) * whole.columns);
      own.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-5));
    }),
    { numRuns: 20 },
  );
});
