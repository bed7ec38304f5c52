import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLevel, levelFactor } from '../../../../src/renderer/chart/paging/choose-level.ts';

const barWidths = fc.double({ min: 1e-5, max: 50, noNaN: true });
const levelCounts = fc.integer({ min: 1, max: 7 });

describe('chooseLevel', () => {
  it('gives a level that exists, and stays with it', () => {
    fc.assert(
      fc.property(barWidths, levelCounts, fc.nat(6), (barWidth, levels, current) => {
        const level = chooseLevel(barWidth, levels, current);
        expect(level).toBeGreaterThanOrEqual(0);
        expect(level).toBeLessThan(levels);
        expect(chooseLevel(barWidth, levels, level)).toBe(level);
      }),
    );
  });

  it('gives candles that can be seen, unless the coarsest level is too fine or the bars too wide', () => {
    fc.assert(
      fc.property(barWidths, levelCounts, fc.nat(6), (barWidth, levels, current) => {
        const level = chooseLevel(barWidth, levels, current);
        const width = barWidth * levelFactor(level);
        expect(level === levels - 1 || width >= 0.75).toBe(true);
        expect(level === 0 || width < 16).toBe(true);
      }),
    );
  });

  it('does not flicker when the zoom goes a little to and fro', () => {
    const up = chooseLevel(0.74, 4, 0);
    expect(up).toBe(1);
    expect(chooseLevel(0.8, 4, up)).toBe(1);
    expect(chooseLevel(2, 4, up)).toBe(0);
  });

  it('crosses several levels in one step', () => {
    expect(chooseLevel(0.003, 4, 0)).toBe(3);
    expect(chooseLevel(8, 4, 3)).toBe(0);
  });
});
