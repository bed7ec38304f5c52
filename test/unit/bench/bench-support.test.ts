import { describe, expect, it } from 'vitest';
import { windowOperations } from '../../../bench/support/operations.ts';
import { profileByCategory } from '../../../bench/support/profile.ts';
import { median, timeInTurn, timingOf } from '../../../bench/support/timing.ts';
import { categoryOfStep } from '../../../bench/train/step-categories.ts';
import { compare, type Speed } from '../../../bench/versus-pytorch/compare.ts';

describe('timing', () => {
  it('takes the middle of unsorted values', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(timingOf([3, 1, 2])).toEqual({ min: 1, median: 2 });
  });

  it('runs the works in turn and does not count the warm-up', async () => {
    const calls: string[] = [];
    const seconds = await timeInTurn(['a', 'b'].map((name) => () => calls.push(name)), 2, 1);
    expect(calls.join('')).toBe('ababab');
    expect(seconds.map((each) => each.length)).toEqual([2, 2]);
  });
});

describe('operations of a window', () => {
  /** Two operations for each weight that is applied to each bar or window. */
  const byLoops = (length: number, inputs: number, units: number, tags: number): number => {
    let operations = 0;
    for (let t = 0; t < length; t++) {
      for (let direction = 0; direction < 2; direction++) operations += 2 * 4 * units * (units + inputs + 1);
      operations += 2 * 2 * units * (tags + 1);
    }
    return operations + 2 * (2 * units * 64 + 64 * 3 + 64 * 2);
  };

  it('are those of its matrix products', () => {
    expect(windowOperations({ mode: 'soft', inputs: 12, hiddenSize: 96 }, 105, false)).toBe(byLoops(105, 12, 96, 1));
    expect(windowOperations({ mode: 'crf', inputs: 13, hiddenSize: 8 }, 7, false)).toBe(byLoops(7, 13, 8, 2));
  });

  it('are nearly three times as many with the gradient, which data needs none of', () => {
    const config = { mode: 'soft', inputs: 12, hiddenSize: 96 } as const;
    const ratio = windowOperations(config, 105, true) / windowOperations(config, 105, false);
    expect(ratio).toBeGreaterThan(2.8);
    expect(ratio).toBeLessThan(3);
  });
});

describe('the breakdown of a step', () => {
  const frame = (url: string, name = 'f') => ({ name, url });

  it('gives a stack to its innermost known frame, and all of an evaluation to the evaluation', () => {
    const losses = frame('file:///engine/losses/huber.ts');
    const step = frame('file:///engine/training/fused-loss-and-gradient.ts');
    const unknown = frame('file:///node_modules/some/package.js');
    expect(categoryOfStep([unknown, losses, step])).toBe('losses');
    expect(categoryOfStep([unknown, step])).toBe('tape and transfers');
    expect(categoryOfStep([losses, frame('file:///engine/training/evaluate-part.ts')])).toBe('evaluation');
    expect(categoryOfStep([frame('', '(garbage collector)'), step])).toBe('garbage collection');
    expect(categoryOfStep([unknown])).toBe('other');
  });

  it('finds most of the time where it was spent', async () => {
    const sums = await profileByCategory(async () => spin(120), (stack) => (stack.some(({ name }) => name === 'spin') ? 'spin' : 'other'));
    expect(sums.get('spin')).toBeGreaterThan(0.05);
    expect(sums.get('spin')!).toBeGreaterThan(sums.get('other') ?? 0);
  });
});

function spin(milliseconds: number): number {
  let sum = 0;
  for (const end = performance.now() + milliseconds; performance.now() < end; ) sum += Math.sqrt(sum + 1);
  return sum;
}

describe('the comparison with PyTorch', () => {
  it('divides medians over the rounds, two threads against the better of one and two', () => {
    const speed = (epoch: number, windows: number): Speed => ({ secondsPerEpoch: { min: epoch / 2, median: epoch }, windowsPerSecond: { 32: windows, 256: 2 * windows } });
    const round = (factor: number) => ({
      pytorch: { 1: speed(3 * factor, 100), 2: speed(4 * factor, 100) },
      ours: { 1: speed(2 * factor, 50), 2: speed(factor, 150) },
      wide: { 1: speed(factor, 100), 2: speed(factor / 2, 300) },
    });
    expect(compare([round(1), round(10), round(2)])).toEqual({
      'training, 1 thread against 1': 1.5,
      'training, 2 threads against the better of 1 and 2': 3,
      'training, best epoch, 1 thread against 1': 1.5,
      'training, best epoch, 2 threads against 1 or 2': 3,
      'inference at batch 32, 1 thread against 1': 0.5,
      'inference at batch 256, 1 thread against 1': 0.5,
      'inference at batch 256, 2 threads against 1': 1.5,
      'training, 1 thread against 1, wide vectors': 3,
      'training, 2 threads against the better of 1 and 2, wide vectors': 6,
      'training, best epoch, 1 thread against 1, wide vectors': 3,
      'training, best epoch, 2 threads against 1 or 2, wide vectors': 6,
      'inference at batch 32, 1 thread against 1, wide vectors': 1,
      'inference at batch 256, 1 thread against 1, wide vectors': 1,
      'inference at batch 256, 2 threads against 1, wide vectors': 3,
    });
  });
});
