import '@tensorflow/tfjs-backend-cpu';
import { dispose, memory, setBackend, tensor3d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeBlockLstm } from '../../../../../src/shared/engine/kernels/bilstm/block-lstm.ts';
import { bilstmWeightList } from '../../../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';
import type { BilstmInputs, BilstmPass } from '../../../../../src/shared/engine/kernels/bilstm/bilstm-implementation.ts';
import { makeCudnnBilstm } from '../../../../../src/shared/engine/kernels/bilstm/cudnn.ts';
import { makeFloat64, plainBilstm, plainBilstmGradient } from '../../../../../src/shared/engine/kernels/bilstm/plain.ts';
import { makeFakeTensorflow } from './fake-tensorflow/fake-tensorflow.ts';
import { maxDifference } from './lstm-golden.ts';
import { randomTask } from './random-task.ts';
import { inputTensor, runImplementation, weightTensors, type BilstmTask } from './run-implementation.ts';

const SHAPES = [
  { batch: 3, steps: 5, inputs: 2, units: 4 },
  { batch: 1, steps: 1, inputs: 1, units: 1 },
  { batch: 2, steps: 7, inputs: 5, units: 3 },
];

const kinds = [
  { name: 'BlockLSTMV2', make: makeBlockLstm, forward: ['BlockLSTMV2', 'BlockLSTMV2'], backward: ['BlockLSTMGradV2', 'BlockLSTMGradV2'] },
  { name: 'CudnnRNN', make: makeCudnnBilstm, forward: ['CudnnRNN'], backward: ['CudnnRNNBackprop'] },
];

beforeAll(async () => void (await setBackend('cpu')));

/** Output, last cells, gradients of x and the weights in float64 loops. */
function oracle({ shape, x, weights, dOutput, dLastCells }: BilstmTask): ArrayLike<number>[] {
  const [exactX, ...exactWeights] = [x, ...weights].map((values) => Float64Array.from(values));
  const pass = plainBilstm(shape, exactX!, exactWeights, makeFloat64);
  const loss = { dOutput: Float64Array.from(dOutput), dLastCells: Float64Array.from(dLastCells) };
  const gradient = plainBilstmGradient(shape, exactX!, exactWeights, pass, loss, true, makeFloat64);
  return [pass.output, pass.lastCells, gradient.x!, ...gradient.weights];
}

describe.each(kinds)('the BiLSTM through $name', ({ make, forward, backward }) => {
  it.each(SHAPES)('agrees with float64 loops for $batch windows of $steps bars, $inputs inputs, $units units', (shape) => {
    const task = randomTask(shape, 3);
    const results = runImplementation(make(makeFakeTensorflow().run), task);
    oracle(task).forEach((expected, i) => expect(maxDifference(expected, results[i]!), `result ${i}`).toBeLessThan(2e-6));
  });

  it('runs each op once for a pass and once for its gradient', () => {
    const tensorflow = makeFakeTensorflow();
    const tries = tasks(2);
    const implementation = make(tensorflow.run);
    const count = () => tensorflow.ran.filter((name) => name !== 'Cast');
    const [pass] = withInputs(tries, (inputs) => [implementation.forward(inputs[0]!, true)]);
    expect(count()).toEqual(forward);
    withInputs(tries, (inputs) => gradientOf(pass!, tries[0]!, inputs[0]!));
    expect(count()).toEqual([...forward, ...backward]);
  });

  it('gives every pass its own gradient, however many wait for theirs and in whatever order they ask', () => {
    const tries = tasks(5);
    const implementation = make(makeFakeTensorflow().run);
    withInputs(tries, (inputs) => {
      const passes = inputs.map((each) => implementation.forward(each, true));
      for (const n of [3, 0, 4, 2, 1, 3]) {
        expectRight(gradientOf(passes[n]!, tries[n]!, inputs[n]!), tries[n]!);
      }
    });
  });

  it('runs the pass again for a gradient that nobody had announced', () => {
    const tries = tasks(1);
    const implementation = make(makeFakeTensorflow().run);
    withInputs(tries, ([inputs]) => expectRight(gradientOf(implementation.forward(inputs!, false), tries[0]!, inputs!), tries[0]!));
  });

  it('keeps three passes at most, and nothing after their gradients', () => {
    const tries = tasks(1);
    const implementation = make(makeFakeTensorflow().run);
    withInputs(tries, ([inputs]) => {
      const pass = () => {
        const made = implementation.forward(inputs!, true);
        dispose(made.output);
        return made;
      };
      gradientOf(pass(), tries[0]!, inputs!);
      const none = memory().numTensors;
      const passes = [pass(), pass(), pass()];
      const three = memory().numTensors;
      passes.push(pass(), pass());
      expect(memory().numTensors).toBe(three);
      expect(three).toBeGreaterThan(none);
      passes.forEach((each) => gradientOf(each, tries[0]!, inputs!));
      expect(memory().numTensors).toBe(none);
    });
  });

  it('computes no gradient of x that was not asked for, and the others as before', () => {
    const [task] = tasks(1);
    withInputs([task!], ([inputs]) => {
      const pass = make(makeFakeTensorflow().run).forward(inputs!, true);
      const dOutput = tensor3d(Float32Array.from(task!.dOutput), outputShape(task!));
      const { x, weights } = pass.gradient({ inputs: inputs!, dOutput, needsInputGradient: false });
      expect(x).toBeNull();
      const expected = oracle({ ...task!, dLastCells: Array.from(task!.dLastCells, () => 0) });
      bilstmWeightList(weights).forEach((weight, i) => expect(maxDifference(weight.dataSync(), expected[i + 3]!)).toBeLessThan(2e-6));
    });
  });
});

const tasks = (count: number): BilstmTask[] => Array.from({ length: count }, (_, i) => randomTask(SHAPES[0]!, 20 + i));

const outputShape = ({ shape: { batch, steps, units } }: BilstmTask): [number, number, number] => [batch, steps, 2 * units];

function withInputs<T>(all: readonly BilstmTask[], use: (inputs: readonly BilstmInputs[]) => T): T {
  let result: T | undefined;
  tidy(() => {
    result = use(all.map(({ shape, x, weights }) => ({ x: inputTensor(shape, x), weights: weightTensors(shape, weights) })));
  });
  return result!;
}

/** Gradients of x and the weights; leaves no tensor. */
function gradientOf(pass: BilstmPass, task: BilstmTask, inputs: BilstmInputs): Float32Array[] {
  let slopes: Float32Array[] = [];
  tidy(() => {
    const { batch, units } = task.shape;
    const gradient = pass.gradient({
      inputs,
      dOutput: tensor3d(Float32Array.from(task.dOutput), outputShape(task)),
      dLastCells: tensor3d(Float32Array.from(task.dLastCells), [2, batch, units]),
      needsInputGradient: true,
    });
    slopes = [gradient.x!, ...bilstmWeightList(gradient.weights)].map((slope) => slope.dataSync<'float32'>().slice());
  });
  return slopes;
}

function expectRight(slopes: readonly Float32Array[], task: BilstmTask): void {
  oracle(task).slice(2).forEach((expected, i) => expect(maxDifference(expected, slopes[i]!)).toBeLessThan(2e-6));
}
