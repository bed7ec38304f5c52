import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Throttle } from '../../../src/renderer/chart/throttle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('passes the first value at once, then the newest of each interval, and the last one always', () => {
  const passed: number[] = [];
  const throttle = new Throttle<number>(100, (value) => passed.push(value));
  [1, 2, 3].forEach((value) => throttle.push(value));
  expect(passed).toEqual([1]);
  vi.advanceTimersByTime(100);
  expect(passed).toEqual([1, 3]);
  vi.advanceTimersByTime(1_000);
  throttle.push(4);
  expect(passed).toEqual([1, 3, 4]);
});

it('passes nothing more once it is cancelled', () => {
  const passed: number[] = [];
  const throttle = new Throttle<number>(100, (value) => passed.push(value));
  throttle.push(1);
  throttle.push(2);
  throttle.cancel();
  vi.advanceTimersByTime(1_000);
  expect(passed).toEqual([1]);
});
