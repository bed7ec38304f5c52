import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAR_COLUMN_NAMES } from '../../../src/shared/domain/bar.ts';
import { generateMarket, type MarketOptions } from '../../../src/shared/sample/generate-market.ts';

const MONDAY = Date.UTC(2024, 0, 1);
const options = fc.record({
  bars: fc.integer({ min: 0, max: 1500 }),
  seed: fc.integer(),
  timeframeMs: fc.constantFrom(1_000, 60_000, 3_600_000),
  startTime: fc.integer({ min: 0, max: 4e9 }).map((seconds) => seconds * 1000),
});

const small = (seed: number, extra: Partial<MarketOptions> = {}) =>
  generateMarket({ bars: 20_000, seed, timeframeMs: 60_000, startTime: MONDAY, ...extra });

describe('generateMarket', () => {
  it('makes bars whose high and low enclose open and close, one timeframe apart', () => {
    fc.assert(
      fc.property(options, (given) => {
        const { bars } = generateMarket(given);
        for (let i = 0; i < given.bars; i += 1) {
          expect(bars.low[i]).toBeGreaterThan(0);
          expect(bars.low[i]).toBeLessThanOrEqual(Math.min(bars.open[i], bars.close[i]));
          expect(bars.high[i]).toBeGreaterThanOrEqual(Math.max(bars.open[i], bars.close[i]));
          expect(bars.volume[i]).toBeGreaterThanOrEqual(1);
          expect(bars.time[i]).toBe(given.startTime + i * given.timeframeMs);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same market for the same seed and another for another', () => {
    fc.assert(
      fc.property(options, (given) => {
        expect(generateMarket(given)).toEqual(generateMarket(given));
      }),
      { numRuns: 20 },
    );
    expect(small(1).bars.close).not.toEqual(small(2).bars.close);
  });

  it('names expansions in order, apart from each other and inside the bars', () => {
    fc.assert(
      fc.property(options, (given) => {
        let end = -1;
        for (const { first, last } of generateMarket(given).expansions) {
          expect(first).toBeGreaterThan(end);
          expect(last).toBeGreaterThanOrEqual(first);
          expect(last).toBeLessThan(given.bars);
          end = last;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('makes expansions that travel their direction, with a wider range and more volume than other bars', () => {
    const { bars, expansions } = small(11);
    const inside = new Set<number>();
    let right = 0;
    for (const { first, last, direction } of expansions) {
      for (let i = first; i <= last; i += 1) inside.add(i);
      if (bars.close[last] > bars.open[first] === (direction === 'up')) right += 1;
    }
    const mean = (pick: (i: number) => number, within: boolean): number => {
      const chosen = Array.from(bars.time.keys()).filter((i) => inside.has(i) === within);
      return chosen.reduce((sum, i) => sum + pick(i), 0) / chosen.length;
    };
    const range = (i: number): number => (bars.high[i] - bars.low[i]) / bars.open[i];

    expect(expansions.length).toBeGreaterThan(100);
    expect(right / expansions.length).toBeGreaterThan(0.95);
    expect(mean(range, true)).toBeGreaterThan(1.5 * mean(range, false));
    expect(mean((i) => bars.volume[i], true)).toBeGreaterThan(1.5 * mean((i) => bars.volume[i], false));
    expect(new Set(expansions.map((each) => each.type))).toEqual(new Set(['consolidation', 'retracement']));
  });

  it('clusters its volatility: the size of a return says something of the next', () => {
    const { bars } = small(5);
    const size = Array.from(bars.close, (close, i) => Math.abs(Math.log(close / bars.open[i])));
    const mean = size.reduce((a, b) => a + b) / size.length;
    let product = 0;
    let square = 0;
    for (let i = 1; i < size.length; i += 1) {
      product += (size[i] - mean) * (size[i - 1] - mean);
      square += (size[i] - mean) ** 2;
    }
    expect(product / square).toBeGreaterThan(0.1);
  });

  it('keeps to trading hours on weekdays', () => {
    const hours = { openMinute: 14 * 60 + 30, closeMinute: 21 * 60 };
    const { bars } = small(3, { hours });
    for (const time of bars.time) {
      const at = new Date(time);
      const minute = at.getUTCHours() * 60 + at.getUTCMinutes();
      expect(at.getUTCDay() % 6).not.toBe(0);
      expect(minute).toBeGreaterThanOrEqual(hours.openMinute);
      expect(minute).toBeLessThan(hours.closeMinute);
    }
    expect(bars.time[390] - bars.time[389]).toBeGreaterThan(60_000);
    expect(bars.time.every((time, i) => i === 0 || time > bars.time[i - 1])).toBe(true);
    expect(bars.time[19_999] - bars.time[0]).toBeGreaterThan(50 * 86_400_000);
    for (const name of BAR_COLUMN_NAMES) expect(bars[name].every(Number.isFinite)).toBe(true);
  });
});
