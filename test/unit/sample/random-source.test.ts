import { describe, expect, it } from 'vitest';
import { makeRandomSource } from '../../../src/shared/sample/random-source.ts';

const draw = (count: number, next: () => number): number[] => Array.from({ length: count }, next);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

describe('makeRandomSource', () => {
  it('is uniform in [0, 1)', () => {
    const values = draw(100_000, makeRandomSource(1).uniform);
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values.slice(0, 50_000))).toBeLessThan(1);
    for (let bin = 0; bin < 10; bin += 1) {
      expect(values.filter((value) => Math.floor(value * 10) === bin).length / 100_000).toBeCloseTo(0.1, 2);
    }
  });

  it('has normal numbers with mean 0, deviation 1 and the right tails', () => {
    const values = draw(100_000, makeRandomSource(2).normal);
    expect(Math.abs(mean(values))).toBeLessThan(0.02);
    expect(mean(values.map((value) => value * value))).toBeCloseTo(1, 1);
    expect(values.filter((value) => Math.abs(value) < 1).length / 100_000).toBeCloseTo(0.6827, 2);
  });

  it('draws whole durations of at least 1 around their mean', () => {
    const random = makeRandomSource(3);
    const values = draw(50_000, () => random.duration(20));
    expect(values.every((value) => Number.isInteger(value) && value >= 1)).toBe(true);
    // Rounding up adds half a bar.
    expect(Math.abs(mean(values) - 20.5)).toBeLessThan(0.5);
  });
});
