import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shardCount, shardsOf, sumInto } from '../../../../src/shared/engine/kernels/wasm/shards.ts';

const batches = fc.integer({ min: 1, max: 600 });

it('hold every window once, and differ by one window at most', () => {
  fc.assert(
    fc.property(batches, fc.integer({ min: 1, max: 20 }), (batch, count) => {
      const shards = shardsOf(batch, count);
      const windows = shards.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, i) => first + i));
      expect(windows).toEqual(Array.from({ length: batch }, (_, i) => i));
      const sizes = shards.map(({ first, last }) => last - first);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

it('are not more than half of the threads, and hold eight windows or all', () => {
  fc.assert(
    fc.property(batches, fc.integer({ min: 1, max: 64 }), (batch, threads) => {
      const count = shardCount(batch, threads);
      expect(count).toBeLessThanOrEqual(Math.max(1, threads / 2));
      for (const { first, last } of shardsOf(batch, count)) expect(last - first).toBeGreaterThanOrEqual(Math.min(8, batch));
    }),
  );
});

it('are summed in their order', () => {
  expect([...sumInto([Float32Array.of(1, 2), Float32Array.of(10, 20), Float32Array.of(100, 200)])]).toEqual([111, 222]);
});
