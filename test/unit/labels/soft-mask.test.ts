import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softMask, type MaskedSpan } from '../../../src/shared/labels/soft-mask.ts';

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** The formula of the design at every bar, for every span. */
function softMaskByDefinition(spans: readonly MaskedSpan[], length: number): Float32Array {
  return Float32Array.from({ length }, (_, i) =>
    Math.max(
      0,
      ...spans.map(({ start: s, end: e, startUncertainty: us, endUncertainty: ue }) =>
        Math.min(clamp(1 / 2 + (i - s + 1 / 2) / (2 * us + 1)), clamp(1 / 2 + (e - i + 1 / 2) / (2 * ue + 1))),
      ),
    ),
  );
}

const uncertainty = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 20, noNaN: true }));
const span: fc.Arbitrary<MaskedSpan> = fc
  .record({ start: fc.integer({ min: -30, max: 130 }), bars: fc.integer({ min: 1, max: 60 }), startUncertainty: uncertainty, endUncertainty: uncertainty })
  .map(({ start, bars, ...edges }) => ({ start, end: start + bars - 1, ...edges }));

describe('softMask', () => {
  it('is the 0/1 mask without uncertainty', () => {
    const mask = softMask([{ start: 2, end: 4, startUncertainty: 0, endUncertainty: 0 }], 7);
    expect([...mask]).toEqual([0, 0, 1, 1, 1, 0, 0]);
  });

  it('fades an edge over its uncertainty, one half between the bars at the edge', () => {
    const mask = softMask([{ start: 3, end: 9, startUncertainty: 1, endUncertainty: 0 }], 10);
    const expected = [0, 0, 1 / 3, 2 / 3, 1, 1, 1, 1, 1, 1];
    mask.forEach((height, bar) => expect(height).toBeCloseTo(expected[bar], 6));
  });

  it('agrees with the formula at every bar', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 4 }), fc.integer({ min: 0, max: 120 }), (spans, length) => {
        expect(softMask(spans, length)).toEqual(softMaskByDefinition(spans, length));
      }),
      { numRuns: 500 },
    );
  });
});
