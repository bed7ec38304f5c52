import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SplitConfig } from '../../../../src/shared/domain/train-config.ts';
import { splitWindows } from '../../../../src/shared/engine/training/splits/split-windows.ts';
import { splitObstacle, splitWarnings } from '../../../../src/shared/engine/training/splits/split-words.ts';
import { makeWindow, overlapping, sharesATime } from './split-fixtures.ts';

const SHARES: SplitConfig = { kind: 'series', validation: 0.3, test: 0.3 };
const windowsOf = (...counts: readonly number[]) => counts.flatMap((count, n) => Array.from({ length: count }, (_, i) => makeWindow(n + 1, i * 50, 20, n * 10_000)));

describe('a split by series', () => {
  it('never divides a series, nor series of one symbol, whatever the windows', () => {
    fc.assert(
      fc.property(overlapping, (windows) => {
        const twins = windows.map((window, n) => (n % 2 === 0 ? window : { ...window, series: window.series + 10 }));
        const parts = splitWindows(twins, SHARES, 1);
        const partOf = new Map(twins.map(({ symbol }, n) => [symbol, parts[n]]));
        twins.forEach(({ symbol }, n) => expect(parts[n]).toBe(partOf.get(symbol)));
        expect(parts).toContain('train');
        expect(parts).not.toContain('embargo');
      }),
    );
  });

  it('holds out the named series, by id or by symbol', () => {
    const windows = windowsOf(1, 1, 1, 1);
    expect(splitWindows(windows, { kind: 'series', validation: ['S3'], test: [1, 4] }, 1)).toEqual(['test', 'train', 'val', 'test']);
  });

  it('by share comes near it, always with the same series, and leaves one to train on', () => {
    const windows = windowsOf(...Array<number>(20).fill(10));
    const parts = splitWindows(windows, { kind: 'series', validation: 0.2, test: 0.1 }, 1);
    expect(parts.filter((part) => part === 'val')).toHaveLength(40);
    expect(parts.filter((part) => part === 'test')).toHaveLength(20);
    expect(splitWindows(windows, { kind: 'series', validation: 0.2, test: 0.1 }, 2)).toEqual(parts);
    expect(new Set(splitWindows(windowsOf(5), SHARES, 1))).toEqual(new Set(['train']));
    expect(new Set(splitWindows(windowsOf(5, 5), SHARES, 1))).toEqual(new Set(['train', 'test']));
  });

  it('says that it cannot know one instrument from another, and how many training windows share their time', () => {
    fc.assert(
      fc.property(overlapping, (windows) => {
        const parts = splitWindows(windows, SHARES, 1);
        const judging = windows.filter((_, n) => parts[n] !== 'train');
        const sharing = windows.filter((window, n) => parts[n] === 'train' && judging.some((other) => sharesATime(window, other))).length;
        const [said] = splitWarnings(windows, parts, SHARES);
        expect(said).toMatch(/cannot know which series are the same instrument/);
        expect(said).toMatch(sharing === 0 ? /no training window shares/ : sharing === 1 ? /1 training window shares/ : new RegExp(`${sharing} training windows share`));
      }),
    );
  });

  it('refuses a series without windows, and one that is held out twice', () => {
    const windows = windowsOf(2, 2);
    const obstacle = (validation: readonly (number | string)[], test: readonly (number | string)[]) => splitObstacle(windows, [], { kind: 'series', validation, test });
    expect(obstacle(['S1'], ['S9'])).toMatch(/^No reviewed window is of the series S9/);
    expect(obstacle(['S1'], [1])).toMatch(/^The series S1 is held out both/);
    expect(obstacle(['S1'], [2])).toBeNull();
  });
});
