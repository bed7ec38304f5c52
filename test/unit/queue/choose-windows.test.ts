import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBarColumns, type BarColumns } from '../../../src/shared/domain/bar.ts';
import { stretchDisplacement } from '../../../src/shared/engine/features/stretch-displacement.ts';
import { chooseWindows, type WindowsWanted } from '../../../src/shared/queue/choose-windows.ts';
import { shareEvenly } from '../../../src/shared/queue/share-evenly.ts';
import type { WindowTake } from '../../../src/shared/queue/window-take.ts';
import { makeRandomSource } from '../../../src/shared/sample/random-source.ts';

const HOUR = 3_600_000;

/** One bar an hour; the range of a bar grows from day to day. */
function walk(count: number, seed = 1): BarColumns {
  const random = makeRandomSource(seed);
  const bars = makeBarColumns(count);
  let price = 1000;
  for (let i = 0; i < count; i++) {
    const size = 0.5 + Math.floor(i / 24) * 0.1;
    bars.time[i] = i * HOUR;
    bars.open[i] = price;
    price += size * random.normal() + (random.chance(0.02) ? 8 * size : 0);
    bars.close[i] = price;
    bars.high[i] = Math.max(bars.open[i], price) + size / 2;
    bars.low[i] = Math.min(bars.open[i], price) - size / 2;
    bars.volume[i] = Number.NaN;
  }
  return bars;
}

const wanted = (bars: BarColumns, take: WindowTake, more: Partial<WindowsWanted> = {}): WindowsWanted => ({
  length: 12,
  stride: 12,
  take,
  taken: new Uint8Array(bars.time.length),
  exists: () => false,
  hourOf: (time) => (time / HOUR) % 24,
  ...more,
});

describe('windows to make', () => {
  const bars = walk(600);
  const grid = Array.from({ length: 50 }, (_, n) => n * 12);

  it('are all, side by side', () => {
    expect(chooseWindows(bars, wanted(bars, { kind: 'every' }, { exists: () => true }))).toEqual(grid);
    expect(chooseWindows(walk(11), wanted(walk(11), { kind: 'every' }))).toEqual([]);
  });

  it('are so many of them by chance, of those that are not there, the same from the same seed', () => {
    const take = { kind: 'random', count: 9, seed: 4 } as const;
    const chosen = chooseWindows(bars, wanted(bars, take, { exists: (first) => first % 24 === 0 }));
    expect(chosen).toHaveLength(9);
    expect(chosen.every((first) => first % 24 === 12)).toBe(true);
    expect(chosen).toEqual([...new Set(chosen)].toSorted((a, b) => a - b));
    expect(chooseWindows(bars, wanted(bars, take, { exists: (first) => first % 24 === 0 }))).toEqual(chosen);
    expect(chooseWindows(bars, wanted(bars, { ...take, seed: 5 }))).not.toEqual(chooseWindows(bars, wanted(bars, take)));
    expect(chooseWindows(bars, wanted(bars, { ...take, count: 99 }))).toEqual(grid);
  });

  it('each come as often by chance as the others', () => {
    const times = new Map<number, number>();
    for (let seed = 0; seed < 2000; seed++) {
      for (const first of chooseWindows(bars, wanted(bars, { kind: 'random', count: 5, seed }))) times.set(first, (times.get(first) ?? 0) + 1);
    }
    // 200 expected, with a deviation of 13.
    expect(grid.every((first) => Math.abs((times.get(first) ?? 0) - 200) < 65)).toBe(true);
  });

  it('come evenly from the parts of the day', () => {
    // Windows begin at any hour; those that begin at 22 to 1 have their middle bar between 4 and 8.
    const chosen = chooseWindows(bars, wanted(bars, { kind: 'stratified', by: 'session', count: 60, seed: 1 }, { stride: 1 }));
    const parts = Map.groupBy(chosen, (first) => Math.floor(((first + 6) % 24) / 4));
    expect([...parts.values()].map((each) => each.length)).toEqual([10, 10, 10, 10, 10, 10]);
  });

  it('come evenly from calm to wild', () => {
    const chosen = chooseWindows(bars, wanted(bars, { kind: 'stratified', by: 'volatility', count: 10, seed: 1 }));
    // The range grows with time, so that a fifth of the windows by volatility is nearly a fifth of the bars.
    expect([0, 1, 2, 3, 4].map((fifth) => chosen.filter((first) => Math.floor(first / 120) === fifth).length).every((count) => count >= 1 && count <= 3)).toBe(true);
    expect(chosen).toHaveLength(10);
  });

  it('lie around the bars that a rule finds, fastest first, and overlap nothing', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 8, max: 60 }), fc.nat(560), (seed, count, length, from) => {
        const market = walk(600, seed);
        const taken = new Uint8Array(600).fill(1, from, from + 40);
        const chosen = chooseWindows(market, wanted(market, { kind: 'rule', count, seed }, { length, taken }));
        const held = Uint8Array.from(taken);
        for (const first of chosen) {
          expect(first >= 0 && first + length <= 600 && !held.subarray(first, first + length).includes(1)).toBe(true);
          held.fill(1, first, first + length);
        }
        expect(chosen.length).toBeLessThanOrEqual(count);
        // The fastest bar that could have a window of its own is in one, unless others took all.
        const score = stretchDisplacement(market, 0);
        const margin = Math.min(10, Math.floor((length - 1) / 2));
        const fits = (bar: number): boolean => Array.from({ length: length - 2 * margin }, (_, k) => bar - margin - k).some((first) => first >= 0 && first + length <= 600 && !taken.subarray(first, first + length).includes(1));
        const best = [...score.keys()].filter(fits).toSorted((a, b) => score[b] - score[a] || a - b)[0];
        if (best !== undefined && score[best] > 0) expect(chosen.some((first) => best >= first && best < first + length)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('put what the rule found anywhere within the window', () => {
    const market = walk(600, 2);
    for (const column of [market.open, market.high, market.low, market.close]) for (let i = 301; i < 600; i++) column[i] += 200;
    market.close[300] += 200;
    market.high[300] += 200;
    const score = stretchDisplacement(market, 0);
    const spot = score.indexOf(Math.max(...score));
    const places = Array.from({ length: 200 }, (_, seed) => spot - chooseWindows(market, wanted(market, { kind: 'rule', count: 1, seed }, { length: 60 }))[0]);
    expect([Math.min(...places) < 16, Math.max(...places) > 43, new Set(places).size > 30]).toEqual([true, true, true]);
  });
});

describe('sharing evenly', () => {
  /** One after the other to the group that has got least and still has some. */
  function slowShares(available: readonly number[], count: number): readonly number[] {
    const shares = available.map(() => 0);
    for (let n = 0; n < count; n++) {
      const open = available.flatMap((each, k) => (shares[k] < each ? [k] : []));
      if (open.length === 0) break;
      const next = open.toSorted((a, b) => shares[a] - shares[b] || a - b)[0];
      shares[next]++;
    }
    return shares;
  }

  it('is what giving one after the other gives', () => {
    fc.assert(fc.property(fc.array(fc.nat(20), { maxLength: 7 }), fc.nat(90), (available, count) => void expect(shareEvenly(available, count)).toEqual(slowShares(available, count))));
  });
});
