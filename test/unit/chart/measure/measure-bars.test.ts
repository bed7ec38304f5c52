import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureBars } from '../../../../src/renderer/chart/measure/measure-bars.ts';
import { measureWords } from '../../../../src/renderer/chart/measure/measure-words.ts';
import { makeBarColumns, type BarColumns } from '../../../../src/shared/domain/bar.ts';
import { averageTrueRange } from '../../../../src/shared/engine/features/expanse/average-true-range.ts';

/** Bars that open where the last closed, plus a gap, and whose wicks are as long as is said. */
function barsOf(steps: readonly (readonly [move: number, gap: number, wick: number])[]): BarColumns {
  const bars = makeBarColumns(steps.length);
  let price = 100;
  steps.forEach(([move, gap, wick], i) => {
    bars.open[i] = price + gap;
    bars.close[i] = price + gap + move;
    bars.high[i] = Math.max(bars.open[i], bars.close[i]) + wick;
    bars.low[i] = Math.min(bars.open[i], bars.close[i]) - wick;
    price = bars.close[i];
  });
  return bars;
}

const step = fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 2, noNaN: true }));

describe('measureBars', () => {
  it('counts both ends, and takes the sign from where it began', () => {
    const bars = barsOf([[1, 0, 0.5], [1, 0, 0.5], [1, 0, 0.5]]);
    expect(measureBars(bars, { index: 0, price: 100 }, { index: 2, price: 104 })).toEqual({ bars: 3, points: 4, percent: 4, atr: 2 });
    expect(measureBars(bars, { index: 2, price: 104 }, { index: 0, price: 78 })).toMatchObject({ bars: 3, points: -26, percent: -25, atr: 13 });
    expect(measureBars(bars, { index: 1, price: 100 }, { index: 1, price: 100 })).toMatchObject({ bars: 1, points: 0 });
  });

  it('measures in the average true range of 14 bars that the features of the engine have', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 40 }), fc.nat(), fc.nat(), (steps, a, b) => {
        const bars = barsOf(steps);
        const [from, to] = [a % steps.length, b % steps.length];
        const { points, atr } = measureBars(bars, { index: from, price: bars.close[from] }, { index: to, price: bars.close[to] });
        expect(atr! * averageTrueRange(bars, 14)[from]).toBeCloseTo(Math.abs(points), 9);
      }),
    );
  });

  it('has no percent of nothing, and no multiple of no range', () => {
    const flat = barsOf([[0, 0, 0], [0, 0, 0]]);
    expect(measureBars(flat, { index: 0, price: 0 }, { index: 1, price: 2 })).toEqual({ bars: 2, points: 2, percent: null, atr: null });
  });
});

describe('measureWords', () => {
  it('writes what the figures are, with the decimals of the series', () => {
    expect(measureWords({ bars: 24, points: 12.25, percent: 0.245, atr: 3.07 }, 2, 1)).toEqual(['+12.25 · +0.24 %', '24 bars · 3.1 ATR']);
    expect(measureWords({ bars: 1, points: -0.00012, percent: -0.01, atr: null }, 5, 1)).toEqual(['−0.00012 · −0.01 %', '1 bar']);
    expect(measureWords({ bars: 1000, points: 0.001, percent: null, atr: 0 }, 2, 8)).toEqual(['0.00', '8,000 bars · 0.0 ATR']);
  });
});
