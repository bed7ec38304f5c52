import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageTrueRange } from '../../../../src/shared/engine/features/expanse/average-true-range.ts';
import { displacement } from '../../../../src/shared/engine/features/expanse/displacement.ts';
import { logReturn } from '../../../../src/shared/engine/features/expanse/log-return.ts';
import { momentum } from '../../../../src/shared/engine/features/expanse/momentum.ts';
import { pathEfficiency } from '../../../../src/shared/engine/features/expanse/path-efficiency.ts';
import { prominentSwings } from '../../../../src/shared/engine/features/expanse/prominent-swings.ts';
import { trend } from '../../../../src/shared/engine/features/expanse/trend.ts';
import { volatilityRegime } from '../../../../src/shared/engine/features/expanse/volatility-regime.ts';
import type { Ohlc } from '../../../../src/shared/engine/features/ohlc.ts';
import { randomBars } from './random-bars.ts';

const RULE = { prominence: 2, reach: 12 };

/** The definition read aloud: tries every bar j and every confirming bar c for every bar i. */
function lastSwingByDefinition(bars: Ohlc, atr: Float64Array, side: 1 | -1, i: number): number {
  const top = (k: number): number => (side > 0 ? bars.high[k] : -bars.low[k]);
  const bottom = (k: number): number => (side > 0 ? bars.low[k] : -bars.high[k]);
  const between = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
  const isSwing = (j: number): boolean => {
    const height = RULE.prominence * atr[j];
    const roseFrom = between(Math.max(0, j - RULE.reach), j - 1).some(
      (m) => top(j) - bottom(m) >= height && between(m, j - 1).every((k) => top(k) < top(j)),
    );
    const confirmed = between(j + 1, Math.min(i, j + RULE.reach)).some(
      (c) => top(j) - side * bars.close[c] >= height && between(j + 1, c).every((k) => top(k) <= top(j)),
    );
    return height > 0 && roseFrom && confirmed;
  };
  return between(Math.max(0, i - RULE.reach), i).findLast(isSwing) ?? -1;
}

describe('swings confirmed by k x ATR', () => {
  it.each([1, -1] as const)('are those of the definition (side %i)', (side) => {
    fc.assert(
      fc.property(randomBars({ min: 1, max: 70 }), (bars) => {
        const atr = averageTrueRange(bars, 5);
        const known = prominentSwings(bars, atr, side, RULE);
        bars.close.forEach((_, i) => expect(known.index[i], `bar ${i}`).toBe(lastSwingByDefinition(bars, atr, side, i)));
      }),
      { numRuns: 60 },
    );
  });

  it('are found in a plain rise and fall, once the fall has confirmed them', () => {
    const close = Float64Array.of(0, 1, 2, 3, 4, 3, 2, 1, 0);
    const bars = { open: close, high: close, low: close, close };
    const { index, confirmedAt } = prominentSwings(bars, close.map(() => 1), 1, RULE);
    expect([...index]).toEqual([-1, -1, -1, -1, -1, -1, 4, 4, 4]);
    expect(confirmedAt[8]).toBe(6);
  });
});

describe('single features', () => {
  it('displacement divides by ATR and the root of the horizon', () => {
    expect(displacement(Float64Array.of(10, 11, 12, 13, 16), Float64Array.of(1, 1, 1, 1, 1.5), 4)[4]).toBe(6 / (1.5 * 2));
  });

  it('path efficiency is 1 on a straight way, -1 down, and the ratio on a crooked one', () => {
    expect([...pathEfficiency(Float64Array.of(1, 2, 4, 3, 2), 2)]).toEqual([0, 0, 1, 1 / 3, -1]);
  });

  it('log return is in units of its own root mean square', () => {
    const values = logReturn(Float64Array.of(100, 110, 100), 60);
    const step = Math.log(1.1);
    expect(values[1]).toBeCloseTo(step / Math.sqrt((0 + step * step) / 2), 12);
    expect(values[2]).toBeCloseTo(-step / Math.sqrt((2 * step * step) / 3), 12);
    expect([...logReturn(Float64Array.of(-1, 2, 3), 60).subarray(0, 2)]).toEqual([0, 0]);
  });

  it('trend is the distance from the mean close', () => {
    expect(trend(Float64Array.of(1, 2, 6), Float64Array.of(2, 2, 2), 3)[2]).toBe((6 - 3) / 2);
  });

  it('momentum is the distance between two mean closes', () => {
    const values = momentum(Float64Array.of(1, 2, 6, 9), Float64Array.of(2, 2, 2, 2), 2, 4);
    expect([...values]).toEqual([0, 0, (4 - 3) / 2, (7.5 - 4.5) / 2]);
  });

  it('the regime is the logarithm of the ratio, 0 without movement', () => {
    expect([...volatilityRegime(Float64Array.of(2, 0), Float64Array.of(1, 0))]).toEqual([Math.log(2), 0]);
  });

  it('the ATR counts the gap to the previous close', () => {
    const flat = Float64Array.of(10, 13);
    expect([...averageTrueRange({ open: flat, high: flat, low: flat, close: flat }, 60)]).toEqual([0, 1.5]);
  });
});
