import { describe, expect, it } from 'vitest';
import { makeFloat64, plainBilstm, plainBilstmGradient } from '../../../../../src/shared/engine/kernels/bilstm/plain.ts';
import { maxDifference, type LstmGolden } from './lstm-golden.ts';
import { goldenCases, goldensAbsent, readLstmGolden } from './lstm-goldens.ts';
import { randomTask } from './random-task.ts';

describe.skipIf(goldensAbsent)(`plain BiLSTM in float64 against PyTorch${goldensAbsent ? ` (skipped: ${goldensAbsent})` : ''}`, () => {
  it.each(goldenCases)('%s: output, cells and all gradients to 1e-10', (name) => {
    const golden = readLstmGolden(name);
    const results = runFloat64(golden);
    golden.expected.forEach(({ name: tensor, f64 }, i) => {
      const scale = Math.max(1, maxDifference(f64, new Float64Array(f64.length)));
      expect(maxDifference(results[i]!, f64) / scale, tensor).toBeLessThan(1e-10);
    });
  });
});

describe('gradients of the plain BiLSTM', () => {
  it('agree with finite differences in every element', () => {
    const task = randomTask({ batch: 2, steps: 4, inputs: 3, units: 2 }, 7);
    const [, , dx, ...dWeights] = runFloat64(task);
    const parameters = [task.x, ...task.weights];
    [dx!, ...dWeights].forEach((gradient, p) => {
      gradient.forEach((analytic, i) => {
        expect(finiteDifference(task, parameters[p]!, i)).toBeCloseTo(analytic, 7);
      });
    });
  });
});

type Task = ReturnType<typeof randomTask>;

function runFloat64({ shape, x, weights, dOutput, dLastCells }: Omit<LstmGolden, 'expected'>) {
  const pass = plainBilstm(shape, x, weights, makeFloat64);
  const gradient = plainBilstmGradient(shape, x, weights, pass, { dOutput, dLastCells }, true, makeFloat64);
  return [pass.output, pass.lastCells, gradient.x!, ...gradient.weights];
}

/** Central difference of sum(dOutput output) + sum(dLastCells cells) in one element of one of the task's arrays. */
function finiteDifference(task: Task, values: Float64Array, index: number): number {
  const step = 1e-5;
  const kept = values[index]!;
  const lossAt = (value: number) => {
    values[index] = value;
    const pass = plainBilstm(task.shape, task.x, task.weights, makeFloat64);
    return innerProduct(pass.output, task.dOutput) + innerProduct(pass.lastCells, task.dLastCells);
  };
  const slope = (lossAt(kept + step) - lossAt(kept - step)) / (2 * step);
  values[index] = kept;
  return slope;
}

function innerProduct(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
}
