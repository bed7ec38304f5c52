import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thresholdSpans } from '../../../../src/shared/engine/evaluation/threshold-spans.ts';

const probabilities = fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { maxLength: 80 }).map((values) => Float32Array.from(values));

describe('decoding spans by threshold', () => {
  it('includes both edges, and bars at the two ends', () => {
    const spans = thresholdSpans(Float32Array.of(0.9, 0.2, 0.5, 0.7), 0.5);
    expect(spans.map(({ start, end }) => [start, end])).toEqual([[0, 0], [2, 3]]);
    expect(spans[1].score).toBeCloseTo(0.6, 6);
  });

  it('covers exactly the bars that reach the threshold, with a gap between spans', () => {
    fc.assert(
      fc.property(probabilities, fc.float({ min: 0, max: 1, noNaN: true }), (probability, threshold) => {
        const spans = thresholdSpans(probability, threshold);
        const covered = new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, k) => start + k)));
        for (let i = 0; i < probability.length; i++) expect(covered.has(i)).toBe(probability[i] >= threshold);
        for (let k = 1; k < spans.length; k++) expect(spans[k].start).toBeGreaterThan(spans[k - 1].end + 1);
      }),
    );
  });

  it('scores a span by the mean of its bars', () => {
    fc.assert(
      fc.property(probabilities, (probability) => {
        for (const { start, end, score } of thresholdSpans(probability, 0.3)) {
          const own = probability.subarray(start, end + 1);
          expect(score).toBeCloseTo(own.reduce((sum, value) => sum + value, 0) / own.length, 5);
        }
      }),
    );
  });
});
