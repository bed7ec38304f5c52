import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceParts } from '../../../src/shared/overview/price-parts.ts';
import { partOf, shareCovered } from '../../../src/shared/overview/share-covered.ts';

const edgesOf = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 12 }).map((edges) => Float64Array.from(edges.toSorted((a, b) => a - b)));
const stretches = fc.array(fc.tuple(fc.integer({ min: -10, max: 70 }), fc.integer({ min: 1, max: 25 })).map(([start, length]) => ({ start, end: start + length })), { maxLength: 15 });

describe('the share of each part that is covered', () => {
  it('is told of cases made by hand', () => {
    const edges = Float64Array.of(0, 10, 30, 40);
    expect([...shareCovered(edges, [{ start: 5, end: 20 }, { start: 15, end: 20 }])]).toEqual([0.5, 0.5, 0]);
    expect([...shareCovered(edges, [{ start: -5, end: 100 }])]).toEqual([1, 1, 1]);
    expect([...shareCovered(edges, [])]).toEqual([0, 0, 0]);
    expect([-1, 0, 9, 10, 39, 40, 99].map((time) => partOf(edges, time))).toEqual([-1, 0, 0, 1, 2, 3, 3]);
  });

  it('is what looking at every moment says', () => {
    fc.assert(
      fc.property(edgesOf, stretches, (edges, list) => {
        const slow = Array.from(edges.slice(1), (end, part) => {
          const moments = Array.from({ length: end - edges[part] }, (_, n) => edges[part] + n);
          return moments.filter((moment) => list.some(({ start, end: until }) => moment >= start && moment < until)).length / moments.length;
        });
        shareCovered(edges, list).forEach((share, part) => expect(share).toBeCloseTo(slow[part], 6));
      }),
    );
  });
});

describe('prices of parts', () => {
  it('are the lowest and the highest of all bars of the part, each bar in one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 50 }), fc.integer({ min: 1, max: 60 }), (closes, parts) => {
        const low = Float64Array.from(closes);
        const high = low.map((value) => value + 1);
        const found = priceParts({ low, high }, parts);
        expect(Math.min(...found.low)).toBe(Math.min(...low));
        expect(Math.max(...found.high)).toBe(Math.max(...high));
        if (parts <= closes.length) {
          const slow = Array.from({ length: parts }, (_, part) => closes.filter((_close, i) => i >= Math.floor((part * closes.length) / parts) && i < Math.floor(((part + 1) * closes.length) / parts)));
          expect([...found.low]).toEqual(slow.map((bars) => Math.min(...bars)));
        }
      }),
    );
  });
});
