import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBars, joinBars, loadedRange, missingRanges } from '../../../../src/renderer/chart/paging/loaded-bars.ts';
import { viewBars } from '../../../../src/shared/domain/bar.ts';
import { indexedBars } from '../fake-source.ts';

const bars = indexedBars(300);
const part = (from: number, to: number) => ({ level: 0, from, bars: viewBars(bars, from, to) });
const ranges = fc.tuple(fc.nat(150), fc.integer({ min: 1, max: 150 })).map(([from, size]) => ({ from, to: from + size }));

describe('missingRanges', () => {
  it('names exactly the bars that are wanted and not held', () => {
    fc.assert(
      fc.property(ranges, ranges, (wanted, held) => {
        const missing = new Set(missingRanges(wanted, held).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
        for (let i = 0; i < 300; i += 1) {
          const isWanted = i >= wanted.from && i < wanted.to;
          const isHeld = i >= held.from && i < held.to;
          // Held bars that touch nothing wanted cannot be joined, so they do not count.
          expect(missing.has(i)).toBe(isWanted && !isHeld);
        }
      }),
    );
  });
});

describe('joinBars', () => {
  it('puts read parts around the kept one', () => {
    fc.assert(
      fc.property(ranges, ranges, (wanted, held) => {
        const kept = cutBars(part(held.from, held.to), wanted);
        const read = missingRanges(wanted, held).map(({ from, to }) => part(from, to));
        const parts = [...read, ...(kept.bars.time.length > 0 ? [kept] : [])].sort((a, b) => a.from - b.from);
        const joined = joinBars(parts);
        expect(loadedRange(joined)).toEqual(wanted);
        expect(joined.bars).toEqual(viewBars(bars, wanted.from, wanted.to));
      }),
    );
  });

  it('refuses a hole', () => {
    expect(() => joinBars([part(0, 5), part(6, 9)])).toThrow('without a hole');
  });
});
