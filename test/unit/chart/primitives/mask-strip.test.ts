import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntervalIndex } from '../../../../src/renderer/chart/geometry/interval-index.ts';
import { maskOfSpans, type SureSpan } from '../../../../src/renderer/chart/primitives/mask-strip/mask-of-spans.ts';
import { maskStrip } from '../../../../src/renderer/chart/primitives/mask-strip/mask-strip-view.ts';
import { spanId } from '../../../../src/shared/domain/ids.ts';
import { windowTargets } from '../../../../src/shared/engine/training/targets.ts';
import { aSpan } from '../../renderer/labels/a-span.ts';
import { axisOfTen, timeOfBar } from '../axis.ts';

const LENGTH = 20;
const aSure: fc.Arbitrary<SureSpan> = fc
  .tuple(fc.nat({ max: LENGTH - 1 }), fc.nat({ max: LENGTH - 1 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), fc.constantFrom(0.2, 0.37, 1))
  .map(([a, b, startUncertainty, endUncertainty, confidence]) => ({ start: Math.min(a, b), end: Math.max(a, b), startUncertainty, endUncertainty, confidence }));

describe('maskOfSpans', () => {
  it('is to the bit the target that training makes of the same spans', () => {
    fc.assert(
      fc.property(fc.array(aSure, { maxLength: 5 }), (spans) => {
        const { mask, heights } = windowTargets(spans.map((span) => ({ ...span, type: null })), LENGTH, 'soft');
        expect(maskOfSpans(spans, LENGTH)).toEqual({ mask, heights });
      }),
    );
  });
});

describe('maskStrip', () => {
  const axis = axisOfTen();
  const range = (from: number, to: number) => ({ startTime: timeOfBar(from), endTime: timeOfBar(to) });
  const span = aSpan({ id: spanId('one'), ...range(6, 9), startUncertainty: 1, confidence: 0.5 });
  const model = { spans: new IntervalIndex([span]), moving: null, window: range(4, 12) };

  it('has a column for each bar of the window with a target, which fades where the edge is uncertain', () => {
    const strip = maskStrip(model, axis)!;
    expect(strip.stretch).toEqual({ left: 40, right: 130 });
    expect(strip.columns.map(({ stretch, mask, height }) => [stretch.left, Number(mask.toFixed(3)), Number(height.toFixed(3))])).toEqual([
      [50, 0.333, 0.167],
      [60, 0.667, 0.333],
      [70, 1, 0.5],
      [80, 1, 0.5],
      [90, 1, 0.5],
    ]);
  });

  it('follows the span in hand', () => {
    const strip = maskStrip({ ...model, moving: { id: span.id, span: range(8, 11), fade: null } }, axis)!;
    expect(strip.columns.map(({ stretch }) => stretch.left)).toEqual([70, 80, 90, 100, 110]);
  });

  it('follows the uncertainty in hand', () => {
    const strip = maskStrip({ ...model, moving: { id: span.id, span, fade: { edge: 'start', uncertainty: 0 } } }, axis)!;
    expect(strip.columns.every(({ mask }) => mask === 1)).toBe(true);
  });

  it('covers what is in view on the free chart, and is none of candles of several bars', () => {
    expect(maskStrip({ ...model, window: null }, axis)?.stretch).toEqual({ left: 0, right: 200 });
    expect(maskStrip(model, axisOfTen({ barsPerCandle: 8 }))).toBeNull();
    expect(maskStrip(null, axis)).toBeNull();
  });
});
