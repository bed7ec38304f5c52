import { describe, expect, it } from 'vitest';
import { describeLimits, parseNumber } from '../../../../src/renderer/ui/parse-number.ts';

const SHARE = { min: 0.01, max: 1 };
const EPOCHS = { min: 1, max: 10_000, whole: true };

describe('a typed number', () => {
  it.each([
    ['0.5', SHARE, 0.5],
    ['1e-1', SHARE, 0.1],
    [' 7 ', EPOCHS, 7],
    ['040', EPOCHS, 40],
    ['1', EPOCHS, 1],
    ['10000', EPOCHS, 10_000],
  ])('"%s" is one', (text, limits, number) => {
    expect(parseNumber(text, limits)).toBe(number);
  });

  it.each([
    ['', EPOCHS],
    [' ', { min: 0, max: 9 }],
    ['0', EPOCHS],
    ['10001', EPOCHS],
    ['2.5', EPOCHS],
    ['-', EPOCHS],
    ['0.', SHARE],
    ['1e-', SHARE],
    ['0,5', SHARE],
    ['NaN', SHARE],
    ['Infinity', { min: 0, max: Number.MAX_VALUE }],
  ])('"%s" is none within the limits', (text, limits) => {
    expect(parseNumber(text, limits)).toBeNull();
  });

  it('is asked for in words', () => {
    expect([describeLimits(EPOCHS), describeLimits(SHARE)]).toEqual(['A whole number from 1 to 10000 is needed.', 'A number from 0.01 to 1 is needed.']);
  });
});
