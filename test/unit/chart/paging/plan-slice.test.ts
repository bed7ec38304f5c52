import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_BARS, planSlice, visibleBars, type SliceRange } from '../../../../src/renderer/chart/paging/plan-slice.ts';

const TOTALS = fc.integer({ min: 1, max: 2_500_000 });

/** A view as the chart makes them: somewhere over the series, at most half of it beyond an end. */
const cases = TOTALS.chain((total) =>
  fc.record({
    total: fc.constant(total),
    middle: fc.double({ min: 0, max: total, noNaN: true }),
    width: fc.double({ min: 5, max: 30_000, noNaN: true }),
    idle: fc.boolean(),
  }),
).map(({ total, middle, width, idle }) => ({ total, idle, view: { from: middle - width / 2, to: middle + width / 2 } }));

const loadedIn = (total: number): fc.Arbitrary<SliceRange> =>
  fc.tuple(fc.integer({ min: 0, max: total - 1 }), fc.integer({ min: 1, max: MOST_BARS })).map(([from, size]) => ({ from, to: Math.min(total, from + size) }));

const withLoaded = cases.chain((wish) => fc.record({ wish: fc.constant(wish), loaded: fc.option(loadedIn(wish.total)) }));
const sizeOf = (range: SliceRange): number => range.to - range.from;

describe('planSlice', () => {
  it('never asks for more than the limit, nor for bars that do not exist', () => {
    fc.assert(
      fc.property(withLoaded, ({ wish, loaded }) => {
        const plan = planSlice(loaded, wish);
        if (plan === null) return;
        expect(plan.from).toBeGreaterThanOrEqual(0);
        expect(plan.to).toBeLessThanOrEqual(wish.total);
        expect(sizeOf(plan)).toBeGreaterThan(0);
        expect(sizeOf(plan)).toBeLessThanOrEqual(MOST_BARS);
      }),
    );
  });

  it('holds every bar in view once it is carried out, as far as the limit allows', () => {
    fc.assert(
      fc.property(withLoaded, ({ wish, loaded }) => {
        const held = planSlice(loaded, wish) ?? loaded;
        const visible = visibleBars(wish.view, wish.total);
        expect(held).not.toBeNull();
        if (held === null || sizeOf(visible) > MOST_BARS) return;
        expect(held.from).toBeLessThanOrEqual(visible.from);
        expect(held.to).toBeGreaterThanOrEqual(visible.to);
      }),
    );
  });

  it('is content with what it asked for: no second step, also when idle', () => {
    fc.assert(
      fc.property(withLoaded, ({ wish, loaded }) => {
        const held = planSlice(loaded, wish) ?? loaded;
        expect(planSlice(held, { ...wish, idle: false })).toBeNull();
        const trimmed = planSlice(held, { ...wish, idle: true }) ?? held;
        expect(planSlice(trimmed, { ...wish, idle: true })).toBeNull();
        expect(planSlice(trimmed, { ...wish, idle: false })).toBeNull();
      }),
    );
  });

  it('is content with the limit where more than that is in view', () => {
    const wish = { view: { from: 48_101.7, to: 74_906.5 }, total: 130_466, idle: true };
    const held = planSlice({ from: 65_429, to: 66_469 }, wish);
    expect(sizeOf(held!)).toBe(MOST_BARS);
    expect(planSlice(held, wish)).toBeNull();
  });

  it('keeps what is loaded while nothing is near an edge', () => {
    expect(planSlice({ from: 10_000, to: 30_000 }, { view: { from: 18_000, to: 18_300 }, total: 200_000, idle: false })).toBeNull();
  });

  it('adds a page on the side that the view comes near to', () => {
    const wish = { total: 200_000, idle: false };
    expect(planSlice({ from: 50_000, to: 52_700 }, { ...wish, view: { from: 50_400, to: 50_600 } })).toEqual({ from: 48_500, to: 52_700 });
    expect(planSlice({ from: 50_000, to: 52_700 }, { ...wish, view: { from: 52_100, to: 52_300 } })).toEqual({ from: 50_000, to: 54_200 });
  });

  it('reads more at a time for a wider view', () => {
    const plan = planSlice(null, { view: { from: 100_000, to: 101_500 }, total: 200_000, idle: false });
    expect(plan).toEqual({ from: 97_000, to: 104_500 });
  });

  it('lets go of the far side when a page would exceed the limit', () => {
    const wish = { total: 200_000, idle: false };
    expect(planSlice({ from: 50_000, to: 55_400 }, { ...wish, view: { from: 50_200, to: 50_400 } })).toEqual({ from: 48_500, to: 53_900 });
    expect(planSlice({ from: 50_000, to: 74_000 }, { ...wish, view: { from: 51_000, to: 54_400 } })).toEqual({ from: 44_000, to: 68_000 });
  });

  it('lets go of spare bars only when idle', () => {
    const loaded = { from: 58_000, to: 66_000 };
    const wish = { view: { from: 62_000, to: 62_200 }, total: 200_000 };
    expect(planSlice(loaded, { ...wish, idle: false })).toBeNull();
    expect(planSlice(loaded, { ...wish, idle: true })).toEqual({ from: 60_750, to: 63_450 });
  });

  it('asks for nothing of an empty series', () => {
    expect(planSlice(null, { view: { from: 0, to: 100 }, total: 0, idle: true })).toBeNull();
  });
});
