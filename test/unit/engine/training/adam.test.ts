import { describe, expect, it } from 'vitest';
import { adamStep } from '../../../../src/shared/engine/training/adam.ts';
import { largestDifference } from '../golden-tensors.ts';
import { describeGoldens, goldenJson } from '../goldens.ts';

interface QuadraticCase {
  readonly x0: number[];
  readonly steps: readonly { readonly grad: number[]; readonly x_after: number[]; readonly exp_avg: number[]; readonly exp_avg_sq: number[] }[];
}

interface MlpCase {
  readonly params0: Record<string, number[] | number[][]>;
  readonly steps: readonly { readonly grad: Record<string, number[] | number[][]>; readonly params_after: Record<string, number[] | number[][]> }[];
}

const settings = {
  defaults: { learningRate: 1e-3, weightDecay: 0.01, decoupled: true },
  'lr1e-2_wd0.1': { learningRate: 1e-2, weightDecay: 0.1, decoupled: true },
};

const precisions = [
  { name: 'f32', make: (values: readonly number[]): Float32Array | Float64Array => Float32Array.from(values), tolerance: 1e-6 },
  { name: 'f64', make: (values: readonly number[]): Float32Array | Float64Array => Float64Array.from(values), tolerance: 1e-12 },
];

const flat = (parameters: Record<string, number[] | number[][]>): number[] => Object.values(parameters).flat(2);

describeGoldens('AdamW, as torch.optim computes it', () => {
  describe.each(Object.entries(settings))('%s', (name, options) => {
    it.each(precisions)('20 steps of a quadratic in $name, with the same moments', ({ name: precision, make, tolerance }) => {
      const { x0, steps } = (goldenJson('adamw_20steps.json') as Record<string, QuadraticCase>)[`quadratic_${name}_${precision}`]!;
      const x = make(x0);
      const state = { step: 0, mean: make(x0.map(() => 0)), square: make(x0.map(() => 0)) };
      for (const { grad, x_after, exp_avg, exp_avg_sq } of steps) {
        adamStep(state, x, make(grad), options);
        expect(largestDifference(x, x_after)).toBeLessThan(tolerance);
        expect(largestDifference(state.mean, exp_avg)).toBeLessThan(tolerance);
        expect(largestDifference(state.square, exp_avg_sq)).toBeLessThan(tolerance);
      }
      expect(state.step).toBe(20);
    });

    it.each(precisions)('20 steps of a network in $name', ({ name: precision, make, tolerance }) => {
      const { params0, steps } = (goldenJson('adamw_20steps.json') as Record<string, MlpCase>)[`mlp3-5-1tanh_mse_${name}_${precision}`]!;
      const parameters = make(flat(params0));
      const state = { step: 0, mean: make(flat(params0).map(() => 0)), square: make(flat(params0).map(() => 0)) };
      for (const { grad, params_after } of steps) {
        adamStep(state, parameters, make(flat(grad)), options);
        expect(largestDifference(parameters, flat(params_after))).toBeLessThan(tolerance);
      }
    });
  });
});

describe('Adam without decoupling', () => {
  it('adds the decay to the gradient', () => {
    const run = (decoupled: boolean, weightDecay: number, slope: number): number => {
      const parameters = Float64Array.of(2);
      const state = { step: 0, mean: new Float64Array(1), square: new Float64Array(1) };
      for (let i = 0; i < 5; i++) adamStep(state, parameters, Float64Array.of(slope + (decoupled ? 0.1 * parameters[0]! : 0)), { learningRate: 0.1, weightDecay, decoupled });
      return parameters[0]!;
    };
    // Adam with decay 0.1 is AdamW without decay on the gradient that already holds the decay.
    expect(run(false, 0.1, 0.3)).toBeCloseTo(run(true, 0, 0.3), 12);
    expect(run(false, 0.1, 0.3)).not.toBeCloseTo(run(false, 0, 0.3), 3);
  });
});
