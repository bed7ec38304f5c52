import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOfTime, timeAtShare } from '../../../../src/renderer/screens/label/overview/overview-scale.ts';

const EDGES = Float64Array.of(0, 100, 1000, 1100);

describe('the scale of the overview', () => {
  it('gives each part the same room, however long it lasted', () => {
    expect([0, 50, 100, 550, 1000, 1100].map((time) => shareOfTime(EDGES, time))).toEqual([0, 1 / 6, 1 / 3, 0.5, 2 / 3, 1]);
    expect([-10, 5000].map((time) => shareOfTime(EDGES, time))).toEqual([0, 1]);
    expect([-1, 0, 0.5, 1, 7].map((share) => timeAtShare(EDGES, share))).toEqual([0, 0, 550, 1100, 1100]);
  });

  it('comes back to the time that it began with', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1100 }), (time) => void expect(timeAtShare(EDGES, shareOfTime(EDGES, time))).toBe(time)));
  });
});
