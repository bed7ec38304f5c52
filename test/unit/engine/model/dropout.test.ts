import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mix32, randomOrder, randomUniform, streamKey } from '../../../../src/shared/engine/model/counter-random.ts';
import { dropoutMask } from '../../../../src/shared/engine/model/dropout-mask.ts';
import { jadeDropout } from '../../../../src/shared/engine/model/jade-dropout.ts';

describe('random numbers by counter', () => {
  it('are spread evenly', () => {
    const counts = new Int32Array(16);
    const key = streamKey(7, 1);
    for (let i = 0; i < 160_000; i++) counts[Math.floor(randomUniform(key, i) * 16)]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // 15 degrees of freedom: above 37.7 in one of a thousand.
    expect(chiSquare).toBeLessThan(37.7);
  });

  it('mix without a collision', () => {
    const seen = new Set(Array.from({ length: 100_000 }, (_, i) => mix32(i)));
    expect(seen.size).toBe(100_000);
  });

  it('give every stream its own key, whatever names it', () => {
    const keys = new Set<number>();
    for (let seed = 0; seed < 20; seed++) for (let step = 0; step < 100; step++) for (let layer = 0; layer < 5; layer++) keys.add(streamKey(seed, step, layer));
    expect(keys.size).toBe(10_000);
  });

  it('shuffle to a permutation that follows the key', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 200 }), (key, count) => {
        const order = randomOrder(key, count);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        expect(randomOrder(key, count)).toEqual(order);
      }),
    );
    expect(randomOrder(1, 50)).not.toEqual(randomOrder(2, 50));
  });

  it('put each element at each place about equally often', () => {
    const counts = new Int32Array(5 * 5);
    for (let key = 0; key < 5000; key++) randomOrder(streamKey(key), 5).forEach((element, place) => counts[element * 5 + place]!++);
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });
});

describe('a dropout mask', () => {
  it('holds 0 and one factor, whose mean is 1', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 0.95, noNaN: true }), (key, probability) => {
        const size = 20_001;
        const mask = dropoutMask(key, size, probability);
        const factor = Math.max(...mask);
        expect(mask.every((value) => value === 0 || value === factor)).toBe(true);
        expect(factor).toBeCloseTo(1 / (1 - probability), 2);
        const kept = mask.filter((value) => value > 0).length / size;
        expect(Math.abs(kept - (1 - probability))).toBeLessThan(5 * Math.sqrt(0.25 / size));
      }),
      { numRuns: 30 },
    );
  });

  it('drops neighbours and elements of neighbouring streams independently', () => {
    const size = 100_000;
    const correlation = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + (value - 1) * (b[i]! - 1), 0) / size;
    const [first, second] = [dropoutMask(streamKey(1), size + 1, 0.5), dropoutMask(streamKey(2), size + 1, 0.5)];
    expect(Math.abs(correlation(first.subarray(1), first.subarray(0, size)))).toBeLessThan(0.02);
    expect(Math.abs(correlation(first.subarray(0, size), second.subarray(0, size)))).toBeLessThan(0.02);
  });

  it('differs by seed, step and layer, and is none where nothing is dropped', () => {
    const rates = { input: 0.3, head: 0.6 };
    const keys = (seed: number, step: number): number[] => Object.values(jadeDropout(rates, seed, step)).map((dropout) => dropout!.key);
    expect(new Set([...keys(0, 0), ...keys(0, 1), ...keys(1, 0)]).size).toBe(15);
    expect(keys(4, 9)).toEqual(keys(4, 9));
    expect(Object.values(jadeDropout({ input: 0, head: 0 }, 0, 0))).toEqual([null, null, null, null, null]);
  });
});
