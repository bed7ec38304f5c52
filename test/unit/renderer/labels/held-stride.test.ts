import { describe, expect, it } from 'vitest';
import { heldStride } from '../../../../src/renderer/labels/held-stride.ts';

const REPEATS_A_SECOND = 30;
const reach = (repeats: number): number => Array.from({ length: repeats }, (_, n) => heldStride(n)).reduce((sum, bars) => sum + bars, 0);

describe('the stride of a held arrow', () => {
  it('is a bar at first, never shortens, and crosses a window of 105 bars in a second and a half', () => {
    expect(heldStride(0)).toBe(1);
    expect(reach(15)).toBe(15);
    for (let repeats = 1; repeats < 200; repeats++) expect(heldStride(repeats)).toBeGreaterThanOrEqual(heldStride(repeats - 1));
    expect(reach(1.5 * REPEATS_A_SECOND)).toBeGreaterThan(105);
    expect(reach(5 * REPEATS_A_SECOND)).toBeGreaterThan(2000);
  });
});
