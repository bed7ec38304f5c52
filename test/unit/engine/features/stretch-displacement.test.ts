import { expect, it } from 'vitest';
import { stretchDisplacement } from '../../../../src/shared/engine/features/stretch-displacement.ts';
import { trueRange } from '../../../../src/shared/engine/features/true-range.ts';
import { randomUniform, streamKey } from '../../../../src/shared/engine/model/counter-random.ts';

const random = (i: number): number => randomUniform(streamKey(1, 2), i);

function walk(count: number) {
  const close = new Float64Array(count);
  for (let i = 0; i < count; i++) close[i] = (i === 0 ? 100 : close[i - 1]) + random(i) - 0.5;
  const open = close.map((price, i) => (i === 0 ? price : close[i - 1]));
  const high = close.map((price, i) => Math.max(price, open[i]) + 0.1);
  const low = close.map((price, i) => Math.min(price, open[i]) - 0.1);
  return { open, high, low, close };
}

it('the displacement of a bar is that of the liveliest stretch that holds it, in true ranges of the bars before', () => {
  const bars = walk(90);
  const slow = Array.from({ length: 60 }, (_, t) => {
    let best = 0;
    for (let start = 30 + t - 5; start <= 30 + t; start++) {
      if (start + 5 >= 90) continue;
      const ranges = Array.from({ length: 20 }, (_range, k) => trueRange(bars, start - 1 - k));
      best = Math.max(best, Math.abs(bars.close[start + 5] - bars.open[start]) / (ranges.reduce((a, b) => a + b, 0) / 20));
    }
    return best;
  });
  const found = stretchDisplacement(bars, 30);
  expect(found).toHaveLength(60);
  slow.forEach((value, t) => expect(found[t]).toBeCloseTo(value, 5));
});

it('is 0 where prices stand still, and of a window without bars before it looks at what it has', () => {
  const still = new Float64Array(20).fill(5);
  expect([...stretchDisplacement({ open: still, high: still, low: still, close: still }, 3)]).toEqual(new Array(17).fill(0));
  expect(stretchDisplacement(walk(20), 0)).toHaveLength(20);
});
