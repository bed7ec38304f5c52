import { describe, expect, it } from 'vitest';
import { averageWeights } from '../../../../src/shared/engine/training/weight-average.ts';
import { clipGradient } from '../../../../src/shared/engine/training/clip-gradient.ts';
import { scheduleFactor } from '../../../../src/shared/engine/training/schedule.ts';
import type { LearningRateSchedule } from '../../../../src/shared/domain/train-config.ts';

const curve = (schedule: LearningRateSchedule, steps: number): number[] => Array.from({ length: steps }, (_, step) => scheduleFactor(schedule, step, steps));

describe('learning-rate schedules', () => {
  it('stays constant', () => {
    expect(curve({ kind: 'constant' }, 3)).toEqual([1, 1, 1]);
  });

  it('warms up in a straight line, then falls along half a cosine to its floor', () => {
    const factors = curve({ kind: 'cosine', warmUpSteps: 4, floor: 0.1 }, 9);
    expect(factors.slice(0, 5)).toEqual([0.25, 0.5, 0.75, 1, 1]);
    expect(factors[6]).toBeCloseTo(0.55, 12);
    expect(factors[8]).toBeCloseTo(0.1, 12);
  });

  it('runs one cycle as PyTorch: from 1/25 to 1 at the peak, then to 1/250,000', () => {
    // The peak is the step whose number, counted from 1, is 0.3 of all: torch.optim.lr_scheduler.OneCycleLR(pct_start=0.3).
    const factors = curve({ kind: 'one-cycle', peakAt: 0.3 }, 110);
    expect(factors[0]).toBeCloseTo(1 / 25, 12);
    expect(factors[16]).toBeCloseTo((1 + 1 / 25) / 2, 12);
    expect(factors[32]).toBeCloseTo(1, 12);
    expect(Math.max(...factors.toSpliced(32, 1))).toBeLessThan(1);
    expect(factors[109]).toBeCloseTo(1 / 25e4, 12);
  });

  it.each<LearningRateSchedule>([
    { kind: 'cosine', warmUpSteps: 0, floor: 0 },
    { kind: 'cosine', warmUpSteps: 10, floor: 0 },
    { kind: 'one-cycle', peakAt: 0 },
    { kind: 'one-cycle', peakAt: 1 },
  ])('gives a factor in [0, 1] even in a training of a single step: %o', (schedule) => {
    for (const steps of [1, 2, 3]) for (const factor of curve(schedule, steps)) expect(factor >= 0 && factor <= 1).toBe(true);
  });
});

describe('gradient clipping', () => {
  it('scales to the largest norm that is allowed and tells the norm before', () => {
    const gradient = Float32Array.of(3, 4);
    expect(clipGradient(gradient, 2.5)).toBe(5);
    expect([...gradient]).toEqual([1.5, 2]);
  });

  it('leaves a smaller gradient, and any where nothing is set', () => {
    const gradient = Float32Array.of(3, 4);
    expect(clipGradient(gradient, 6)).toBe(5);
    expect(clipGradient(gradient, null)).toBe(5);
    expect([...gradient]).toEqual([3, 4]);
  });
});

describe('the average of the weights', () => {
  it('follows quickly at first, then with its decay', () => {
    const average = Float32Array.of(0);
    averageWeights(average, Float32Array.of(1), 0.9, 1);
    expect(average[0]).toBeCloseTo(1 - 2 / 11, 6);
    averageWeights(average, Float32Array.of(1), 0.9, 1000);
    expect(average[0]).toBeCloseTo(1 - (0.9 * 2) / 11, 6);
  });
});
