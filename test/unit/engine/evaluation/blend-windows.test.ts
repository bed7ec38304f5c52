import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WindowBlend, coveringStarts } from '../../../../src/shared/engine/evaluation/blend-windows.ts';

const shape = fc.record({ bars: fc.integer({ min: 1, max: 120 }), length: fc.integer({ min: 1, max: 30 }), stride: fc.integer({ min: 1, max: 30 }) });

/** Every bar by itself: the weighted mean over all windows that hold it. */
function blendByDefinition(bars: number, length: number, starts: readonly number[], value: (start: number, t: number) => number): number[] {
  return Array.from({ length: bars }, (_, i) => {
    const holding = starts.filter((start) => start <= i && i < start + length);
    const weights = holding.map((start) => Math.min(i - start + 1, start + length - i));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return holding.reduce((sum, start, k) => sum + weights[k] * Math.fround(value(start, i - start)), 0) / total;
  });
}

describe('windows over a series', () => {
  it('cover every bar, begin at the first, end at the last and lie within', () => {
    fc.assert(
      fc.property(shape, ({ bars, length, stride }) => {
        fc.pre(stride <= length && bars >= length);
        const starts = coveringStarts(bars, length, stride);
        const covered = new Set(starts.flatMap((start) => Array.from({ length }, (_, t) => start + t)));
        expect(covered.size).toBe(bars);
        expect(Math.max(...covered)).toBe(bars - 1);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      }),
    );
  });

  it('are none where the series is shorter than one', () => expect(coveringStarts(104, 105, 35)).toEqual([]));

  it('are blended as by definition, however often finished bars are taken off', () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 1, max: 5 }), ({ bars, length, stride }, every) => {
        fc.pre(stride <= length && bars >= length);
        const starts = coveringStarts(bars, length, stride);
        const value = (start: number, t: number): number => Math.abs(Math.sin(start * 7 + t));
        const blend = new WindowBlend();
        const taken: number[] = [];
        starts.forEach((start, k) => {
          blend.add(start, Float32Array.from({ length }, (_, t) => value(start, t)));
          if (k % every === 0) taken.push(...blend.take(starts[k + 1] ?? start));
        });
        taken.push(...blend.take(bars));
        const expected = blendByDefinition(bars, length, starts, value);
        expect(taken).toHaveLength(bars);
        taken.forEach((probability, i) => expect(probability).toBeCloseTo(expected[i], 5));
      }),
    );
  });
});
