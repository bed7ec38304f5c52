import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SplitPart } from '../../../../src/shared/domain/window.ts';
import type { SplitWindow } from '../../../../src/shared/engine/training/splits/split-window.ts';
import { splitWindows } from '../../../../src/shared/engine/training/splits/split-windows.ts';
import { splitObstacle, splitWarnings } from '../../../../src/shared/engine/training/splits/split-words.ts';
import { barsBetween, makeWindow, overlapping, sharesATime, timeBetween } from './split-fixtures.ts';

const MINUTE = 60_000;
const counts = fc.integer({ min: 2, max: 6 });

const foldsOf = (windows: readonly SplitWindow[], count: number): readonly (readonly SplitPart[])[] =>
  Array.from({ length: count }, (_, n) => splitWindows(windows, { kind: 'folds', count, fold: n + 1 }, 1));

describe('purged folds', () => {
  it('let every window validate in exactly one fold', () => {
    fc.assert(
      fc.property(overlapping, counts, (windows, count) => {
        const folds = foldsOf(windows, count);
        windows.forEach((_, n) => expect(folds.filter((parts) => parts[n] === 'val')).toHaveLength(1));
      }),
    );
  });

  it('never train on a window that overlaps one that validates or is nearer than a window, in time or in bars', () => {
    fc.assert(
      fc.property(overlapping, counts, (windows, count) => {
        for (const parts of foldsOf(windows, count)) {
          windows.forEach((a, i) =>
            windows.forEach((b, k) => {
              if (parts[i] !== 'train' || parts[k] !== 'val') return;
              expect(sharesATime(a, b)).toBe(false);
              // The shortest window lasts 19 minutes.
              expect(timeBetween(a, b)).toBeGreaterThan(19 * MINUTE);
              if (a.series === b.series) expect(barsBetween(a, b)).toBeGreaterThanOrEqual(Math.max(a.length, b.length));
            }),
          );
        }
      }),
    );
  });

  it('purge no window without need: in one series exactly those nearer than a window to one that validates', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1500), { minLength: 2, maxLength: 50 }), counts, (starts, count) => {
        const windows = starts.map((start) => makeWindow(1, start, 20));
        for (const parts of foldsOf(windows, count)) {
          const validating = windows.filter((_, n) => parts[n] === 'val');
          windows.forEach((window, n) => {
            if (parts[n] !== 'val') expect(parts[n]).toBe(validating.some((other) => barsBetween(window, other) < 20) ? 'embargo' : 'train');
          });
        }
      }),
    );
  });

  it('go on in time, of about one size, and train on both sides', () => {
    const windows = Array.from({ length: 11 }, (_, n) => makeWindow(1, n * 100, 20));
    const texts = foldsOf(windows, 3).map((parts) => parts.map((part) => part[0]).join(''));
    expect(texts).toEqual(['vvvtttttttt', 'tttvvvvtttt', 'tttttttvvvv']);
  });

  it('purge a window’s time of other series too, but not a weekend’s because a window reaches over one', () => {
    const weekend = { ...makeWindow(1, 210, 20), endTime: makeWindow(1, 210, 20).endTime + 2 * 24 * 60 * MINUTE };
    const windows = [makeWindow(2, 140, 20), makeWindow(2, 165, 20), makeWindow(1, 200, 20), weekend];
    expect(splitWindows(windows, { kind: 'folds', count: 2, fold: 2 }, 1)).toEqual(['train', 'embargo', 'val', 'val']);
  });

  it('within a split touch its training windows alone', () => {
    fc.assert(
      fc.property(overlapping, counts, fc.array(fc.constantFrom('train', 'val', 'test', null), { minLength: 60, maxLength: 60 }), (windows, count, own) => {
        const ofDataset = windows.map((window, n) => ({ ...window, ownPart: own[n] as SplitPart | null }));
        const training = ofDataset.filter(({ ownPart }) => ownPart === 'train');
        for (let fold = 1; fold <= count; fold++) {
          const parts = splitWindows(ofDataset, { kind: 'folds', count, fold, within: { kind: 'dataset' } }, 1);
          ofDataset.forEach(({ ownPart }, n) => ownPart !== 'train' && expect(parts[n]).toBe('embargo'));
          const alone = splitWindows(training, { kind: 'folds', count, fold }, 1);
          expect(parts.filter((_, n) => ofDataset[n].ownPart === 'train')).toEqual(alone);
        }
      }),
    );
  });

  it('say how many windows they leave out, and which fold holds none', () => {
    const windows = Array.from({ length: 4 }, (_, n) => makeWindow(1, n * 20, 20));
    const split = { kind: 'folds', count: 4, fold: 2 } as const;
    const parts = splitWindows(windows, split, 1);
    expect(parts).toEqual(['embargo', 'val', 'embargo', 'train']);
    expect(splitWarnings(windows, parts, split)).toEqual(['2 windows lie less than a window\'s length from the fold that validates and are used by none.']);
    expect(splitObstacle(windows, parts, split)).toBeNull();
    const many = { ...split, count: 9, fold: 1 };
    expect(splitObstacle(windows, splitWindows(windows, many, 1), many)).toMatch(/^Fold 1 of 9 holds no window/);
  });
});
