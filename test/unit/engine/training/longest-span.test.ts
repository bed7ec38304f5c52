import { describe, expect, it } from 'vitest';
import { checkLongestSpan, withLongestSpan } from '../../../../src/shared/engine/training/longest-span.ts';
import { makeConfig, makeData } from './train-tasks.ts';

describe('the longest span', () => {
  it('has room for half as many bars again as the longest label, within the window', () => {
    const config = makeConfig({ mode: 'segments' });
    expect(withLongestSpan(config, 11, 105).longestSpan).toBe(17);
    expect(withLongestSpan(config, 2, 105).longestSpan).toBe(8);
    expect(withLongestSpan(config, 90, 105).longestSpan).toBe(105);
  });

  it('is left as it is where it was set, or where nothing reads it', () => {
    expect(withLongestSpan(makeConfig({ mode: 'segments', longestSpan: 5 }), 11, 105).longestSpan).toBe(5);
    expect(withLongestSpan(makeConfig({ mode: 'crf' }), 11, 105).longestSpan).toBeUndefined();
  });

  it('that a label exceeds is refused with both lengths, in either part', () => {
    const data = makeData({ windows: 4, length: 30, inputs: 3 }, 2);
    const check = (longestSpan: number) => () => checkLongestSpan(makeConfig({ mode: 'segments', longestSpan }), data);
    data.train.mask.fill(0).fill(1, 3, 9);
    data.val!.mask.fill(0).fill(1, 35, 47);
    expect(check(12)).not.toThrow();
    expect(check(11)).toThrow('A label is 12 bars long, but longestSpan is 11.');
    data.val!.mask.fill(0);
    expect(check(5)).toThrow('A label is 6 bars long, but longestSpan is 5.');
    expect(() => checkLongestSpan(makeConfig({ mode: 'soft', longestSpan: 5 }), data)).not.toThrow();
  });
});
