import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampView, panView, viewAtFactor, viewWidth, zoomView } from '../../../../src/renderer/chart/paging/bar-view.ts';

const views = fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true })).map(([from, width]) => ({ from, to: from + width }));

describe('clampView', () => {
  it('always leaves bars of the series in view, and is content with its own answer', () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 1, max: 2_000_000 }), (view, total) => {
        const clamped = clampView(view, total);
        expect(Math.min(clamped.to, total) - Math.max(clamped.from, 0)).toBeGreaterThan(0);
        expect(viewWidth(clamped)).toBeGreaterThanOrEqual(4.999);
        const again = clampView(clamped, total);
        expect(again.from).toBeCloseTo(clamped.from, 6);
        expect(again.to).toBeCloseTo(clamped.to, 6);
      }),
    );
  });

  it('leaves a usual view as it is', () => {
    expect(clampView({ from: 100, to: 220 }, 1000)).toEqual({ from: 100, to: 220 });
  });
});

describe('zoomView', () => {
  it('keeps the anchor in its place', () => {
    fc.assert(
      fc.property(views, fc.double({ min: 0.1, max: 10, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (view, factor, part) => {
        const anchor = view.from + part * viewWidth(view);
        const zoomed = zoomView(view, factor, anchor, 1e9);
        expect(viewWidth(zoomed)).toBeCloseTo(Math.max(5, viewWidth(view) / factor), 3);
        expect((anchor - zoomed.from) / viewWidth(zoomed)).toBeCloseTo(part, 3);
      }),
    );
  });

  it('moves nothing once the fewest bars, or all of them, are in view', () => {
    const closest = zoomView({ from: 100, to: 140 }, 1e3, 110, 500);
    expect(viewWidth(closest)).toBeCloseTo(5, 9);
    expect(zoomView(closest, 1.5, 109, 500)).toEqual(closest);
    const widest = zoomView({ from: 100, to: 140 }, 1e-3, 110, 500);
    expect(viewWidth(widest)).toBeCloseTo(625, 9);
    expect(zoomView(widest, 0.5, 300, 500)).toEqual(widest);
  });
});

it('panView moves without changing the width', () => {
  expect(panView({ from: 10, to: 20 }, -4)).toEqual({ from: 6, to: 16 });
});

it('viewAtFactor counts the same stretch in merged bars', () => {
  expect(viewAtFactor({ from: 16, to: 80 }, 8)).toEqual({ from: 2, to: 10 });
});
