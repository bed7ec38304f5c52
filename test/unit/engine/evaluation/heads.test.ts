import { describe, expect, it } from 'vitest';
import type { SpanType } from '../../../../src/shared/domain/span.ts';
import { countdownSums, pointerSums, typeSums } from '../../../../src/shared/engine/evaluation/sums/head-sums.ts';
import { brierSums } from '../../../../src/shared/engine/evaluation/sums/brier-sums.ts';
import { countWindows, totalFigures } from '../../../../src/shared/engine/evaluation/sums/window-sums.ts';

const LENGTH = 40;
const span = (start: number, end: number, type: SpanType | null = null) => ({ start, end, type });
const heads = { type: new Float32Array(9), pointers: new Float32Array(6), countdown: new Float32Array(3 * LENGTH) };

describe('figures of the heads of a window', () => {
  // The second window holds two spans and the third none: neither says anything of the heads.
  const labels = [[span(10, 20)], [span(1, 2), span(5, 9)], []];

  it('of pointers are errors in bars', () => {
    const sums = pointerSums({ length: LENGTH, labels, heads: { ...heads, pointers: Float32Array.of(12 / 40, 12 / 40, 0.9, 0.9, 0.9, 0.9) } });
    expect(countWindows(sums)).toBe(1);
    const figures = totalFigures(sums);
    expect(figures.centreError).toBeCloseTo(12 - 15, 5);
    expect(figures.centreAbsolute).toBeCloseTo(3, 5);
    expect(figures.lengthError).toBeCloseTo(12 - 10, 5);
  });

  it('of the countdown are errors in bars against the clipped target', () => {
    const right = Float32Array.from({ length: LENGTH }, (_, t) => Math.max(-20, Math.min(20, 10 - t)));
    const late = new Float32Array(3 * LENGTH);
    late.set(right.map((value) => value + 2));
    expect(totalFigures(countdownSums({ length: LENGTH, labels, heads: { ...heads, countdown: late } }))).toMatchObject({ error: expect.closeTo(2, 5), absolute: expect.closeTo(2, 5) });
    const swaying = late.map((value, t) => (t < LENGTH ? value - 2 + (t % 2 === 0 ? 1 : -1) : value));
    expect(totalFigures(countdownSums({ length: LENGTH, labels, heads: { ...heads, countdown: swaying } }))).toMatchObject({ error: expect.closeTo(0, 5), absolute: expect.closeTo(1, 5) });
  });

  it('of types are those of the table counted by hand', () => {
    const typed = [[span(1, 2, 'consolidation')], [span(1, 2, 'consolidation')], [span(1, 2, 'retracement')], [span(1, 2, 'retracement')], [span(1, 2)]];
    // Said: consolidation, retracement, retracement, the unused third, and one that nobody asks about.
    const type = Float32Array.of(2, 1, 0, /**/ 0, 3, 1, /**/ 0, 3, 1, /**/ 0, 0, 1, /**/ 1, 0, 0);
    const sums = typeSums({ length: LENGTH, labels: typed, heads: { ...heads, type } });
    expect(countWindows(sums)).toBe(4);
    const { accuracy, macroF1 } = totalFigures(sums);
    expect(accuracy).toBe(0.5);
    expect(macroF1).toBeCloseTo((2 / 3 + 1 / 2) / 2, 12);
  });

  it('are undefined where no window says anything', () => {
    expect(totalFigures(pointerSums({ length: LENGTH, labels: [[], []], heads })).centreError).toBeNaN();
    expect(countWindows(typeSums({ length: LENGTH, labels: [[span(1, 2)]], heads }))).toBe(0);
  });
});

describe('the Brier score', () => {
  it('is the mean squared error', () => {
    const probability = Float32Array.of(0.5, 1, 0, 0.25);
    expect(totalFigures(brierSums({ length: 2, probability, target: Uint8Array.of(1, 1, 1, 0) })).brier).toBeCloseTo((0.25 + 0 + 1 + 0.0625) / 4, 9);
  });
});
