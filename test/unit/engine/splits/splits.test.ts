import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWindows } from '../../../../src/shared/engine/training/splits/split-windows.ts';
import { barsBetween, makeWindow, overlapping, sharesATime } from './split-fixtures.ts';

const TEMPORAL = { kind: 'temporal', validation: 0.2, test: 0.2 } as const;

describe('temporal split', () => {
  it('never has overlapping windows on two sides, in several series, nor any within the embargo', () => {
    fc.assert(
      fc.property(overlapping, (windows) => {
        const parts = splitWindows(windows, TEMPORAL, 1);
        windows.forEach((a, i) =>
          windows.forEach((b, k) => {
            if (parts[i] === 'embargo' || parts[k] === 'embargo' || parts[i] === parts[k]) return;
            expect(sharesATime(a, b)).toBe(false);
            const earlier = a.startTime < b.startTime ? a : b;
            if (a.series === b.series) expect(barsBetween(a, b)).toBeGreaterThanOrEqual(earlier.length);
          }),
        );
      }),
    );
  });

  it('is in time: train before validation before test', () => {
    const windows = Array.from({ length: 50 }, (_, n) => makeWindow(1, n * 100, 20));
    const parts = splitWindows(windows, TEMPORAL, 1);
    expect(parts.join(' ')).toBe([...Array(30).fill('train'), ...Array(10).fill('val'), ...Array(10).fill('test')].join(' '));
  });

  it('takes out only the windows at the borders', () => {
    const windows = Array.from({ length: 50 }, (_, n) => makeWindow(1, n * 20, 20));
    const parts = splitWindows(windows, TEMPORAL, 1);
    expect(parts.flatMap((part, n) => (part === 'embargo' ? [n] : []))).toEqual([29, 39]);
  });

  it('does not depend on the order in which windows are given', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(900), { minLength: 1, maxLength: 40 }), (starts) => {
        const windows = starts.map((start) => makeWindow(1, start, 20));
        const partOf = new Map(windows.map((window, n) => [window.fromIndex, splitWindows(windows, TEMPORAL, 1)[n]]));
        const reversed = windows.toReversed();
        splitWindows(reversed, TEMPORAL, 1).forEach((part, n) => expect(part).toBe(partOf.get(reversed[n].fromIndex)));
      }),
    );
  });

  it('keeps at least one window for training, and one for validation where there are two', () => {
    expect(splitWindows([makeWindow(1, 0, 20)], TEMPORAL, 1)).toEqual(['train']);
    expect(splitWindows([makeWindow(1, 0, 20), makeWindow(1, 100, 20)], { ...TEMPORAL, test: 0 }, 1)).toEqual(['train', 'val']);
    expect(splitWindows([], TEMPORAL, 1)).toEqual([]);
  });
});

describe('other splits', () => {
  it("uses a dataset's own as given and leaves out what has none", () => {
    const windows = [{ ...makeWindow(1, 0, 20), ownPart: 'val' as const }, makeWindow(1, 5, 20), { ...makeWindow(1, 9, 20), ownPart: 'train' as const }];
    expect(splitWindows(windows, { kind: 'dataset' }, 1)).toEqual(['val', 'embargo', 'train']);
  });

  it('deals at random by its seed, without an embargo', () => {
    const windows = Array.from({ length: 100 }, (_, n) => makeWindow(1, n, 20));
    const random = { kind: 'random', validation: 0.2, test: 0.1 } as const;
    const parts = splitWindows(windows, random, 7);
    expect(parts.filter((part) => part === 'val')).toHaveLength(20);
    expect(parts.filter((part) => part === 'test')).toHaveLength(10);
    expect(parts.filter((part) => part === 'train')).toHaveLength(70);
    expect(splitWindows(windows, random, 7)).toEqual(parts);
    expect(splitWindows(windows, random, 8)).not.toEqual(parts);
  });
});
