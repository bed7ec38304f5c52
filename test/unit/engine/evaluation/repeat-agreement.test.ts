import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRepeats, repeatSums } from '../../../../src/shared/engine/evaluation/repeat-agreement.ts';
import { totalFigures } from '../../../../src/shared/engine/evaluation/sums/window-sums.ts';

const LENGTH = 20;
const window = (fromIndex: number, ...spans: readonly (readonly [number, number])[]) => ({
  place: { series: 1, fromIndex, day: 'a' },
  spans: spans.map(([start, end]) => ({ start, end, type: null })),
});

function agreementOf(windows: readonly ReturnType<typeof window>[]) {
  const sums = repeatSums({ length: LENGTH, labels: windows.map(({ spans }) => spans), places: windows.map(({ place }) => place) });
  return { ...countRepeats(sums), ...totalFigures(sums) };
}

describe('agreement of labels with themselves', () => {
  it('compares what overlapping windows say of the same bars', () => {
    // The second begins 10 bars later: its bars 2 to 5 are bars 12 to 15 of the first.
    expect(agreementOf([window(0, [12, 15]), window(10, [2, 5])])).toEqual({ pairs: 1, bars: 10, spans: 2, barF1: 1, spanF1: 1 });
    const moved = agreementOf([window(0, [12, 15]), window(10, [4, 7])]);
    expect(moved.barF1).toBeCloseTo((2 * 2) / 8, 12);
    expect(moved.spanF1).toBe(0);
  });

  it('leaves out spans that one of the windows cuts, but not their bars', () => {
    const cut = agreementOf([window(0, [8, 13]), window(10, [0, 3])]);
    expect(cut).toMatchObject({ spans: 1, spanF1: 0, barF1: 1 });
  });

  it('is none where windows do not overlap, or lie in other series', () => {
    expect(agreementOf([window(0, [1, 2]), window(20, [1, 2])])).toMatchObject({ pairs: 0, barF1: Number.NaN });
    const other = window(0, [1, 2]);
    expect(agreementOf([window(0, [1, 2]), { ...other, place: { ...other.place, series: 2 } }]).pairs).toBe(0);
  });

  it('is that of all pairs tried one by one, in whatever order they come', () => {
    const anyWindow = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 4 })).map(([at, start, size]) => window(at, [start, start + size]));
    fc.assert(
      fc.property(fc.array(anyWindow, { maxLength: 6 }), (windows) => {
        let [pairs, both, one] = [0, 0, 0];
        for (let i = 0; i < windows.length; i++) {
          for (let k = i + 1; k < windows.length; k++) {
            const inside = (n: number, bar: number) => windows[n].spans.some(({ start, end }) => bar >= windows[n].place.fromIndex + start && bar <= windows[n].place.fromIndex + end);
            const holds = (n: number, bar: number) => bar >= windows[n].place.fromIndex && bar < windows[n].place.fromIndex + LENGTH;
            const shared = Array.from({ length: 80 }, (_, bar) => bar).filter((bar) => holds(i, bar) && holds(k, bar));
            if (shared.length > 0) pairs++;
            both += shared.filter((bar) => inside(i, bar) && inside(k, bar)).length;
            one += shared.filter((bar) => inside(i, bar) !== inside(k, bar)).length;
          }
        }
        const found = agreementOf(windows);
        expect(found.pairs).toBe(pairs);
        if (both + one > 0) expect(found.barF1).toBeCloseTo((2 * both) / (2 * both + one), 12);
        else expect(found.barF1).toBeNaN();
      }),
    );
  });
});
