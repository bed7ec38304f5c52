import { describe, expect, it } from 'vitest';
import { secondsPerWindow } from '../../../../src/renderer/labels/pace.ts';

describe('the pace of labelling', () => {
  it('is the middle one of the times from window to window', () => {
    expect(secondsPerWindow([0, 10_000, 40_000, 60_000])).toBe(20);
    expect(secondsPerWindow([0, 10_000, 40_000, 60_000, 100_000])).toBe(25);
  });

  it('leaves pauses out', () => {
    const pause = 3_600_000;
    expect(secondsPerWindow([0, 10_000, 10_000 + pause, 30_000 + pause, 60_000 + pause])).toBe(20);
  });

  it('is of the latest windows', () => {
    const slow = Array.from({ length: 40 }, (_, n) => n * 100_000);
    const quick = Array.from({ length: 30 }, (_, n) => 39 * 100_000 + (n + 1) * 5000);
    expect(secondsPerWindow([...slow, ...quick])).toBe(5);
  });

  it('is not told from too few', () => {
    expect([[], [0], [0, 1000, 2000], [0, 1e6, 2e6, 3e6, 4e6]].map(secondsPerWindow)).toEqual([null, null, null, null]);
  });
});
