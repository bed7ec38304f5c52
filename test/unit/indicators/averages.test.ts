import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewBars, type BarColumns } from '../../../src/shared/domain/bar.ts';
import { exponentialAverage } from '../../../src/shared/indicators/exponential-average.ts';
import { wilderRange } from '../../../src/shared/indicators/wilder-range.ts';
import { anyBars } from './any-bars.ts';

/** The slow and obvious way: every value on its own, as its weights say; those of the first mean share what is left. */
function weighted(values: readonly number[], period: number, share: number, i: number): number {
  if (i < period - 1) return NaN;
  const sinceStart = i - (period - 1);
  const start = values.slice(0, period).reduce((sum, value) => sum + value / period, 0) * (1 - share) ** sinceStart;
  return values.slice(period, i + 1).reduce((sum, value, k) => sum + value * share * (1 - share) ** (sinceStart - 1 - k), start);
}

function slowTrueRanges({ high, low, close }: BarColumns): number[] {
  return [...close].map((_, i) => {
    const before = i === 0 ? [] : [close[i - 1]];
    return Math.max(high[i], ...before) - Math.min(low[i], ...before);
  });
}

const expectClose = (actual: Float64Array, expected: readonly number[]): void => {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => (Number.isNaN(value) ? expect(actual[i]).toBeNaN() : expect(actual[i] / value).toBeCloseTo(1, 10)));
};

describe('exponentialAverage', () => {
  it('weighs every value as its definition says', () => {
    fc.assert(
      fc.property(anyBars({ min: 0, max: 120 }), fc.integer({ min: 1, max: 50 }), ({ close }, period) => {
        expectClose(exponentialAverage(close, period), [...close].map((_, i) => weighted([...close], period, 2 / (period + 1), i)));
      }),
      { numRuns: 60 },
    );
  });

  it('follows by hand', () => {
    expect([...exponentialAverage(Float64Array.of(1, 2, 3, 7, 5), 3)]).toEqual([NaN, NaN, 2, 4.5, 4.75]);
  });
});

describe('wilderRange', () => {
  it('is the recursive mean of the true ranges, gaps counted', () => {
    fc.assert(
      fc.property(anyBars({ min: 0, max: 80 }), (bars) => {
        const ranges = slowTrueRanges(bars);
        const expected = ranges.map((_, i) => weighted(ranges, 14, 1 / 14, i));
        const actual = wilderRange(bars, 14);
        expected.forEach((value, i) => (Number.isNaN(value) ? expect(actual[i]).toBeNaN() : expect(actual[i]).toBeCloseTo(value, 10)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('where the pass begins', () => {
  it('is of no account 512 bars later: to a millionth of the value', () => {
    const cuts = fc.tuple(anyBars({ min: 700, max: 900 }), fc.integer({ min: 0, max: 180 }));
    fc.assert(
      fc.property(cuts, ([bars, from]) => {
        const cut = viewBars(bars, from, bars.close.length);
        for (const [whole, part] of [
          [exponentialAverage(bars.close, 50), exponentialAverage(cut.close, 50)],
          [wilderRange(bars, 14), wilderRange(cut, 14)],
        ]) {
          for (let i = from + 512; i < whole.length; i++) expect(Math.abs(part[i - from] - whole[i])).toBeLessThanOrEqual(1e-6 * Math.abs(whole[i]));
        }
      }),
      { numRuns: 25 },
    );
  });
});
