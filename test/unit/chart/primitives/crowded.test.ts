import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areCrowded, joinStretches } from '../../../../src/renderer/chart/primitives/crowded.ts';

const stretches = fc
  .array(fc.tuple(fc.integer({ min: -20, max: 60 }), fc.nat(12)), { maxLength: 20 })
  .map((list) => list.map(([left, length]) => ({ left, right: left + length })).toSorted((a, b) => a.left - b.left));

it('spans are crowded where each has less than ten pixels, however fine the screen', () => {
  expect([100, 101].map((spans) => areCrowded(spans, { width: 1000, scaleX: 1 }))).toEqual([false, true]);
  expect([100, 101].map((spans) => areCrowded(spans, { width: 2000, scaleX: 2 }))).toEqual([false, true]);
});

describe('stretches of pixels', () => {
  it('are joined so that each pixel is drawn once, and none that was not meant', () => {
    fc.assert(
      fc.property(stretches, (list) => {
        const joined = joinStretches(list);
        for (let pixel = -25; pixel < 80; pixel++) {
          const isMeant = list.some(({ left, right }) => pixel >= left && pixel < Math.max(left + 1, right));
          expect(joined.filter(({ left, right }) => pixel >= left && pixel < right)).toHaveLength(isMeant ? 1 : 0);
        }
      }),
    );
  });
});
