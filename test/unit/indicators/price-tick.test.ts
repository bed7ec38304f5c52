import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finerTick, priceTick, roundToTick } from '../../../src/shared/indicators/price-tick.ts';

/** Ticks of futures, shares, bonds in parts of 32, currencies, and an index in whole points. */
const TICKS = [
  { tick: 0.25, decimals: 2 },
  { tick: 0.01, decimals: 2 },
  { tick: 0.05, decimals: 2 },
  { tick: 0.1, decimals: 1 },
  { tick: 1 / 32, decimals: 5 },
  { tick: 0.00001, decimals: 5 },
  { tick: 0.00005, decimals: 5 },
  { tick: 5, decimals: 0 },
];

const flat = (prices: readonly number[]) => {
  const column = Float64Array.from(prices);
  return { open: column, high: column, low: column, close: column };
};

const isMultiple = (price: number, step: number): boolean => Math.round(price / step) > 0 && Math.abs(price / step - Math.round(price / step)) < 1e-6;

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

/** The slow and obvious way: from coarse to fine, the first step that every price is a multiple of, floats forgiven. */
function slowTick(prices: readonly number[], decimals: number): number {
  const steps = [];
  for (let twos = 0; twos < 30; twos++) for (let fives = 0; fives < 12; fives++) steps.push((2 ** twos * 5 ** fives) / 10 ** decimals);
  const possible = steps.filter((step) => isWhole(step) || isWhole(1 / step));
  return possible.sort((a, b) => b - a).find((step) => prices.every((price) => isMultiple(price, step)))!;
}

describe('priceTick', () => {
  it.each(TICKS)('finds $tick among prices that are written with $decimals decimals', ({ tick, decimals }) => {
    const prices = fc.uniqueArray(fc.integer({ min: 1, max: 30_000 }), { minLength: 24, maxLength: 60 });
    fc.assert(
      fc.property(prices, (steps) => {
        const written = steps.map((step) => Number((step * tick).toFixed(decimals)));
        expect(priceTick(flat(written), decimals)).toBeCloseTo(slowTick(written, decimals), 9);
      }),
      { numRuns: 60 },
    );
    const everyStep = Array.from({ length: 400 }, (_, i) => (1000 + i) * tick);
    expect(priceTick(flat(everyStep), decimals)).toBeCloseTo(tick, 9);
  });

  it('forgives what adding floats up makes of prices', () => {
    let price = 0;
    const added = Array.from({ length: 500 }, () => (price += 0.05));
    expect(priceTick(flat(added), 2)).toBeCloseTo(0.05, 12);
  });

  it('takes the last decimal where prices are too few to tell, or none', () => {
    expect(priceTick(flat([100, 200, 300]), 2)).toBe(0.01);
    expect(priceTick(flat([]), 4)).toBe(0.0001);
    expect(priceTick(flat(new Array<number>(100).fill(7)), 1)).toBe(0.1);
  });

  it('takes no step that no exchange has', () => {
    expect(priceTick(flat(Array.from({ length: 100 }, (_, i) => (i + 1) * 0.03)), 2)).toBe(0.01);
    expect(priceTick(flat(Array.from({ length: 100 }, (_, i) => (i + 1) * 0.16)), 2)).toBe(0.04);
  });
});

describe('finerTick', () => {
  it('divides both', () => {
    expect([finerTick(0.25, 0.1, 2), finerTick(0.25, 0.25, 2), finerTick(5, 0.5, 1)]).toEqual([0.05, 0.25, 0.5]);
  });
});

describe('roundToTick', () => {
  it('is the nearest multiple', () => {
    expect([roundToTick(4512.37, 0.25), roundToTick(4512.38, 0.25), roundToTick(-0.13, 0.25)]).toEqual([4512.25, 4512.5, -0.25]);
  });
});
