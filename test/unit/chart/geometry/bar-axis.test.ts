import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import { axisOfTen, timeOfBar } from '../axis.ts';

const axis = axisOfTen();

describe('BarAxis', () => {
  it('finds the bar under x and the gap nearest to x', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 199.99, noNaN: true }), (x) => {
        const bar = axis.indexAt(x);
        expect(Math.abs(axis.middleOf(bar) - x)).toBeLessThanOrEqual(5);
        const gap = axis.gapAt(x);
        expect(Math.abs(axis.leftOf(gap) - x)).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('stays among the loaded bars', () => {
    expect([axis.indexAt(-500), axis.indexAt(500), axis.gapAt(-500), axis.gapAt(500)]).toEqual([0, 19, 0, 20]);
  });

  it('spans whole bars', () => {
    expect(axis.stretchOf({ startTime: timeOfBar(2), endTime: timeOfBar(4) })).toEqual({ left: 20, right: 50 });
    expect(axis.stretchOf({ startTime: timeOfBar(9), endTime: timeOfBar(10) })).toEqual({ left: 90, right: 110 });
  });

  it('puts a time within a candle of several bars on that candle', () => {
    const within = timeMs(timeOfBar(3) + 400);
    expect(axis.stretchOf({ startTime: within, endTime: within })).toEqual({ left: 30, right: 40 });
  });

  it('cuts spans that begin before the loaded bars, and knows those that lie beyond', () => {
    expect(axis.stretchOf({ startTime: timeMs(0), endTime: timeOfBar(1) })).toEqual({ left: -10, right: 20 });
    expect(axis.stretchOf({ startTime: timeMs(0), endTime: timeMs(500) })).toBeNull();
    const later = { startTime: timeMs(timeOfBar(19) + 1), endTime: timeMs(timeOfBar(19) + 2) };
    expect(axisOfTen({ reachesEnd: false }).stretchOf(later)).toBeNull();
    expect(axis.stretchOf(later)).toEqual({ left: 190, right: 200 });
  });

  it('tells which bars are in view', () => {
    expect(axis.visible()).toEqual({ from: 0, to: 19 });
    expect(axisOfTen({ origin: -42, width: 60 }).visible()).toEqual({ from: 4, to: 10 });
    expect(axisOfTen({ origin: 900 }).visible()).toBeNull();
  });
});
