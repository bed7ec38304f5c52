import { expect, it } from 'vitest';
import { growTo, hasSharedMemory, makeSharedMemory, readFloats, writeFloats } from '../../../../src/shared/engine/kernels/wasm/shared-memory.ts';

it('grows to what is asked and never shrinks', () => {
  const memory = makeSharedMemory();
  growTo(memory, 200_000);
  const { byteLength } = memory.buffer;
  expect(byteLength).toBeGreaterThanOrEqual(200_000);
  growTo(memory, 100);
  expect(memory.buffer.byteLength).toBe(byteLength);
});

it('says what to change when there is no more', () => {
  expect(hasSharedMemory()).toBe(true);
  expect(() => growTo(makeSharedMemory(), 2 ** 33)).toThrow(/needs 8192 MiB of memory/);
});

it('hands out copies', () => {
  const memory = makeSharedMemory();
  writeFloats(memory, 64, Float32Array.of(1, 2, 3));
  const copy = readFloats(memory, 64, 3);
  writeFloats(memory, 64, Float32Array.of(4, 5, 6));
  expect([...copy]).toEqual([1, 2, 3]);
});
