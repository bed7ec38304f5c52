import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasDecimalComma, parseNumber } from '../../../src/main/importers/rows/parse-number.ts';
import { shortestFloat32 } from '../../../src/main/importers/table/shortest-float32.ts';

describe('parseNumber', () => {
  it('reads back every finite number that is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        // Adding 0 makes one zero of both.
        expect(parseNumber(String(value))).toBe(value + 0);
      }),
    );
  });

  it.each([
    [' 1.5 ', 1.5],
    ['+1.5', 1.5],
    ['.5', 0.5],
    ['5.', 5],
    ['2.20E-05', 2.2e-5],
    ['$1.50', 1.5],
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['1.5K', 1500],
    ['2M', 2_000_000],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    ['1,05', 1.05],
    ['1.234,5', 1234.5],
    ['1234,5', 1234.5],
  ])('reads %s with a decimal comma', (text, value) => {
    expect(parseNumber(text, true)).toBe(value);
  });

  it.each(['', ' ', 'null', 'NaN', 'Infinity', '0x10', '1,05', '1.2.3', '--1', '1e', '12abc', 'K'])('refuses "%s"', (text) => {
    expect(parseNumber(text)).toBeNaN();
  });

  it('takes a comma for a decimal one only where no point and no delimiter says otherwise', () => {
    expect(hasDecimalComma(['1,05', '1,10'], ';')).toBe(true);
    expect(hasDecimalComma(['1,05', '1.10'], ';')).toBe(false);
    expect(hasDecimalComma(['1,05'], ',')).toBe(false);
  });
});

describe('shortestFloat32', () => {
  it('stands for the same 32-bit float', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Math.fround(Number(shortestFloat32(value)))).toBe(value + 0);
      }),
    );
  });

  it('gives a price back as it was written before it became a float', () => {
    const written = fc.integer({ min: 1, max: 999_999 }).map((value) => value / 100_000);
    fc.assert(
      fc.property(written, (value) => {
        expect(Number(shortestFloat32(Math.fround(value)))).toBe(value);
      }),
    );
  });
});
