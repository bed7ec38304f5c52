import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softMask, type MaskedSpan } from '../../../../src/shared/labels/soft-mask.ts';
import { binaryMask, windowTargets } from '../../../../src/shared/engine/training/targets.ts';
import type { WindowSpan } from '../../../../src/shared/engine/training/window-data.ts';

const LENGTH = 40;

const span: fc.Arbitrary<WindowSpan> = fc.record({
  start: fc.nat(LENGTH - 1),
  size: fc.nat(15),
  confidence: fc.double({ min: 0.01, max: 1, noNaN: true }),
  startUncertainty: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 6, noNaN: true })),
  endUncertainty: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 6, noNaN: true })),
  type: fc.constantFrom('consolidation', 'retracement', null),
}).map(({ size, ...rest }) => ({ ...rest, end: Math.min(LENGTH - 1, rest.start + size) }));
const spans = fc.array(span, { maxLength: 4 });

const clamp01 = (value: number): number => Math.min(1, Math.max(0, value));

/** The formula of the design for every bar and every span. */
function maskByDefinition(given: readonly MaskedSpan[]): number[] {
  return Array.from({ length: LENGTH }, (_, i) =>
    Math.max(
      0,
      ...given.map(({ start: s, end: e, startUncertainty: us, endUncertainty: ue }) =>
        Math.min(clamp01(1 / 2 + (i - s + 1 / 2) / (2 * us + 1)), clamp01(1 / 2 + (e - i + 1 / 2) / (2 * ue + 1))),
      ),
    ),
  );
}

const sure = (start: number, end: number, more: Partial<WindowSpan> = {}): WindowSpan => ({
  start,
  end,
  confidence: 1,
  startUncertainty: 0,
  endUncertainty: 0,
  type: 'retracement',
  ...more,
});

describe('soft mask', () => {
  it('is the formula of the design', () => {
    fc.assert(
      fc.property(spans, (given) => {
        expect(softMask(given, LENGTH)).toEqual(Float32Array.from(maskByDefinition(given)));
      }),
    );
  });

  it('is the 0/1 mask without uncertainty, and exceeds one half exactly in the spans with any', () => {
    fc.assert(
      fc.property(spans, (given) => {
        const binary = binaryMask(given, LENGTH);
        const certain = given.map((one) => ({ ...one, startUncertainty: 0, endUncertainty: 0 }));
        expect([...softMask(certain, LENGTH)]).toEqual([...binary]);
        expect([...softMask(given, LENGTH)].map((value) => Number(value > 0.5))).toEqual([...binary]);
      }),
    );
  });

  it('fades over the uncertain bars', () => {
    expect([...softMask([sure(2, 6, { startUncertainty: 1 })], 8)].map((value) => Math.round(value * 6) / 6)).toEqual([
      0, 2 / 6, 4 / 6, 1, 1, 1, 1, 0,
    ]);
  });
});

describe('heights by confidence', () => {
  it('are the mask of each span times its own confidence, the largest at every bar', () => {
    fc.assert(
      fc.property(spans, (given) => {
        for (const maskTarget of ['soft', 'binary'] as const) {
          const edges = given.map((one) => (maskTarget === 'soft' ? one : { ...one, startUncertainty: 0, endUncertainty: 0 }));
          const each = edges.map((one) => maskByDefinition([one]));
          const expected = Array.from({ length: LENGTH }, (_, i) => Math.max(0, ...each.map((mask, n) => mask[i] * given[n].confidence)));
          windowTargets(given, LENGTH, maskTarget).heights.forEach((height, i) => expect(height).toBeCloseTo(expected[i], 6));
        }
      }),
    );
  });

  it('keep a sure span beside an unsure one at full height', () => {
    const { heights, mask } = windowTargets([sure(1, 3), sure(3, 5, { confidence: 0.25 })], 7, 'binary');
    expect([...heights]).toEqual([0, 1, 1, 1, 0.25, 0.25, 0]);
    expect([...mask]).toEqual([0, 1, 1, 1, 1, 1, 0]);
  });
});

describe('targets of a window', () => {
  it('of one span: countdown clipped to 20, centre and length over the window length', () => {
    const targets = windowTargets([sure(30, 35)], LENGTH, 'binary');
    expect(targets.countdown[0]).toBe(20);
    expect(targets.countdown[25]).toBe(5);
    expect(targets.countdown[39]).toBe(-9);
    expect(targets.pointers).toEqual([32.5 / 40, 5 / 40]);
    expect(targets).toMatchObject({ type: 1, confidence: 1 });
    expect([...targets.mask].reduce((sum, value) => sum + value, 0)).toBe(6);
  });

  it('of no span and of several: nothing for the heads that cannot describe them', () => {
    for (const given of [[], [sure(1, 2, { confidence: 0.4 }), sure(5, 6, { confidence: 0.8 })]]) {
      const targets = windowTargets(given, LENGTH, 'soft');
      expect(targets).toMatchObject({ pointers: [0, 0], type: -1 });
      expect(targets.countdown.every((value) => value === 0)).toBe(true);
      expect(targets.confidence).toBeCloseTo(given.length === 0 ? 1 : 0.6, 12);
    }
  });

  it('of a span without a type: class unknown', () => {
    expect(windowTargets([sure(1, 2, { type: null })], LENGTH, 'binary').type).toBe(-1);
    expect(windowTargets([sure(1, 2, { type: 'consolidation' })], LENGTH, 'binary').type).toBe(0);
  });
});
