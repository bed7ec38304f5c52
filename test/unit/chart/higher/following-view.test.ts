import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candlesInView, followingView } from '../../../../src/renderer/chart/higher/following-view.ts';

const endless = { count: 10_000, reachesStart: false, reachesEnd: false };

describe('the view of the higher timeframe', () => {
  it('holds what the main chart shows, with the past before it', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 10_000, noNaN: true }), fc.double({ min: 0.01, max: 80, noNaN: true }), fc.integer({ min: 300, max: 2000 }), (from, length, width) => {
        const view = followingView(null, { from, to: from + length }, width, endless);
        expect(view.from).toBeLessThanOrEqual(from);
        expect(view.to).toBeGreaterThanOrEqual(from + length);
        expect(view.to - view.from).toBeCloseTo(candlesInView(width, length));
      }),
    );
  });

  it('stands still while that moves within it, and goes on when it leaves', () => {
    const before = followingView(null, { from: 100, to: 107 }, 900, endless);
    expect(followingView(before, { from: 90, to: 97 }, 900, endless)).toBe(before);
    expect(followingView(before, { from: 118, to: 125 }, 900, endless)).not.toBe(before);
  });

  it('stands in the middle of more than can be shown', () => {
    const view = followingView(null, { from: 1000, to: 9000 }, 900, endless);
    expect(view).toEqual({ from: 4700, to: 5300 });
  });

  it('is no emptier than need be where the series ends, and mostly no later than now where it begins', () => {
    const whole = { count: 500, reachesStart: true, reachesEnd: true };
    expect(followingView(null, { from: 60, to: 67 }, 900, whole).from).toBe(-2);
    expect(followingView(null, { from: 1, to: 8 }, 900, whole)).toEqual({ from: -42, to: 58 });
    expect(followingView(null, { from: 490, to: 497 }, 900, whole).to).toBe(502);
  });
});
