import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighbourOf } from '../../../src/shared/queue/neighbour-of.ts';
import { labelDistance, meanEntropy } from '../../../src/shared/queue/window-doubt.ts';
import { windowLot } from '../../../src/shared/queue/window-lot.ts';

describe('the doubt of a window', () => {
  it('is a bit where every bar might be either, and nothing where each is sure', () => {
    expect(meanEntropy(Float32Array.of(0.5, 0.5))).toBe(1);
    expect(meanEntropy(Float32Array.of(0, 1, 0))).toBe(0);
    expect(meanEntropy(Float32Array.of(0.25, 1))).toBeCloseTo((0.25 * 2 + 0.75 * Math.log2(4 / 3)) / 2, 12);
  });

  it('is the same whichever way the run leans, and grows towards a half', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.49, noNaN: true }), (p) => {
        expect(meanEntropy(Float32Array.of(p))).toBeCloseTo(meanEntropy(Float32Array.of(1 - p)), 5);
        expect(meanEntropy(Float32Array.of(p))).toBeLessThan(meanEntropy(Float32Array.of(0.5)));
      }),
    );
  });

  it('is the mean distance to labels, counted bar by bar', () => {
    const span = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 }), fc.array(span, { maxLength: 3 }), (values, labels) => {
        const isInside = (t: number): boolean => labels.some(({ start, end }) => t >= start && t <= end);
        const expected = values.map((p, t) => (isInside(t) ? 1 - p : p)).reduce((sum, each) => sum + each, 0) / 10;
        expect(labelDistance(Float32Array.from(values), labels)).toBeCloseTo(expected, 5);
      }),
    );
  });
});

describe('the lot of a window', () => {
  const order = (seed: number, ids: readonly number[]) => ids.toSorted((a, b) => windowLot(seed, b) - windowLot(seed, a));
  const ids = Array.from({ length: 40 }, (_, n) => n + 1);

  it('gives the same order for the same seed, also where windows are left out', () => {
    expect(order(3, ids)).toEqual(order(3, ids.toReversed()));
    expect(order(3, ids).filter((id) => id % 3 === 0)).toEqual(order(3, ids.filter((id) => id % 3 === 0)));
    expect(order(3, ids)).not.toEqual(order(4, ids));
    expect(order(3, ids)).not.toEqual(ids);
  });

  it('is fair: no id comes early for all seeds', () => {
    const places = ids.map((id) => Array.from({ length: 400 }, (_, seed) => windowLot(seed, id)).reduce((sum, each) => sum + each, 0) / 400);
    expect(Math.min(...places)).toBeGreaterThan(0.42);
    expect(Math.max(...places)).toBeLessThan(0.58);
  });
});

describe('the neighbour in an arranged queue', () => {
  it('is the nearest that is wanted, around the end, the item itself last', () => {
    const list = [5, 2, 9, 4];
    const of = (wanted: readonly number[], from: number | null, direction: 'next' | 'previous') => neighbourOf(list, new Set(wanted), from, direction);
    expect(of([5, 9], 2, 'next')).toBe(9);
    expect(of([5, 9], 2, 'previous')).toBe(5);
    expect(of([5, 2], 4, 'next')).toBe(5);
    expect(of([4], 5, 'previous')).toBe(4);
    expect(of([4], null, 'next')).toBe(4);
    expect(of([5, 4], null, 'previous')).toBe(4);
    expect(of([2], 2, 'next')).toBe(2);
    expect(of([], 2, 'next')).toBeNull();
  });
});
