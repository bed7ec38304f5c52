import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeAtBar, swingAt, swingNear, SWING_REACH } from '../../../../src/renderer/chart/editing/swings.ts';
import { makeBarColumns, type BarColumns } from '../../../../src/shared/domain/bar.ts';
import { axisOfTen } from '../axis.ts';

const axis = axisOfTen();

function barsOf(prices: readonly number[]): BarColumns {
  const bars = makeBarColumns(20);
  for (let i = 0; i < 20; i += 1) [bars.high[i], bars.low[i]] = [prices[i], prices[i] - 1];
  return bars;
}

/** Few prices, so that equal ones are common. */
const market = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 20, maxLength: 20 }).map(barsOf);

describe('swingAt', () => {
  it('is what a look at all the neighbours says', () => {
    fc.assert(
      fc.property(market, fc.nat({ max: 19 }), (bars, i) => {
        const [before, after] = [[i - 3, i - 2, i - 1], [i + 1, i + 2, i + 3]];
        const isInside = i - SWING_REACH >= 0 && i + SWING_REACH < 20;
        const isHigh = before.every((n) => bars.high[i] > bars.high[n]) && after.every((n) => bars.high[i] >= bars.high[n]);
        const isLow = before.every((n) => bars.low[i] < bars.low[n]) && after.every((n) => bars.low[i] <= bars.low[n]);
        expect(swingAt(bars, i)).toBe(!isInside ? null : isHigh ? 'high' : isLow ? 'low' : null);
      }),
    );
  });
});

describe('swingNear', () => {
  it('is the nearest of all swings within 14 pixels of where they put the edge', () => {
    fc.assert(
      fc.property(market, fc.constantFrom('start' as const, 'end' as const), fc.double({ min: -20, max: 220, noNaN: true }), (bars, edge, x) => {
        const distances = Array.from({ length: 20 }, (_, i) => (swingAt(bars, i) === null ? Infinity : Math.abs(edgeAtBar(axis, edge, i) - x)));
        const nearest = Math.min(...distances);
        const found = swingNear(axis, bars, edge, x);
        if (nearest > 14) expect(found).toBeNull();
        else expect(distances[found!]).toBe(nearest);
      }),
    );
  });

  it('is none while other bars are being loaded', () => {
    expect(swingNear(axis, makeBarColumns(3), 'start', 50)).toBeNull();
  });
});
