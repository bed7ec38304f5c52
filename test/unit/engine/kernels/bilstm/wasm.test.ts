import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFloat64, plainBilstm, plainBilstmGradient } from '../../../../../src/shared/engine/kernels/bilstm/plain.ts';
import { WasmWorkspace } from '../../../../../src/shared/engine/kernels/bilstm/wasm-workspace.ts';
import { oneThread } from '../../../../../src/shared/engine/kernels/wasm/kernel-instance.ts';
import { makeWasmBilstm } from '../../../../../src/shared/engine/kernels/bilstm/wasm.ts';
import { maxDifference } from './lstm-golden.ts';
import { randomTask } from './random-task.ts';
import { inputTensor, runImplementation, weightTensors, type BilstmTask } from './run-implementation.ts';

const builds = ['relaxed', 'plain', 'wide'] as const;

/** Output, last cells, gradients of x and the weights in float64. */
function oracle({ shape, x, weights, dOutput, dLastCells }: ReturnType<typeof randomTask>): Float64Array[] {
  const pass = plainBilstm(shape, x, weights, makeFloat64);
  const gradient = plainBilstmGradient(shape, x, weights, pass, { dOutput, dLastCells }, true, makeFloat64);
  return [pass.output, pass.lastCells, gradient.x!, ...gradient.weights] as Float64Array[];
}

const shapes = fc.record({
  batch: fc.integer({ min: 1, max: 40 }),
  steps: fc.integer({ min: 1, max: 130 }),
  inputs: fc.integer({ min: 1, max: 30 }),
  units: fc.integer({ min: 1, max: 24 }),
});

beforeAll(async () => {
  await setBackend('cpu');
});

describe.each(builds)('fused BiLSTM, %s build', (build) => {
  const implementation = makeWasmBilstm(build);

  it('agrees with float64 for any batch, length, number of inputs and of units', () => {
    fc.assert(
      fc.property(shapes, fc.nat(1e6), (shape, seed) => {
        const task = randomTask(shape, seed);
        const expected = oracle(task);
        runImplementation(implementation, task).forEach((result, i) => {
          // Sums of thousands of terms are as wrong as they are large.
          const scale = Math.max(1, maxDifference(expected[i]!, new Float64Array(expected[i]!.length)));
          expect(maxDifference(result, expected[i]!) / scale).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('agrees with float64 where gates are saturated', () => {
    const task = randomTask({ batch: 3, steps: 9, inputs: 4, units: 8 }, 5);
    const wide = { ...task, x: task.x.map((value) => Math.fround(value * 200)) };
    const expected = oracle(wide);
    runImplementation(implementation, wide).forEach((result, i) => {
      const scale = Math.max(1, maxDifference(expected[i]!, new Float64Array(expected[i]!.length)));
      expect(maxDifference(result, expected[i]!) / scale).toBeLessThan(1e-5);
    });
  });

  it('gives the same bits each time', () => {
    const task = randomTask({ batch: 7, steps: 20, inputs: 5, units: 12 }, 3);
    const first = runImplementation(implementation, task);
    for (let again = 0; again < 20; again++) {
      runImplementation(implementation, task).forEach((result, i) => expect(result).toEqual(first[i]));
    }
  });

  it('hands a NaN on instead of hiding it', () => {
    const task = randomTask({ batch: 2, steps: 6, inputs: 3, units: 8 }, 9);
    task.x[0] = NaN;
    const [output] = runImplementation(implementation, task);
    expect(Number.isNaN(output![0])).toBe(true);
  });

  it('finds its passes again when several wait for their gradient, also more than there are workspaces', () => {
    const tasks = [1, 2, 3, 4, 5].map((seed) => randomTask({ batch: seed, steps: 4 + seed, inputs: 2, units: 8 }, seed));
    const passes = tasks.map((task) => startPass(task));
    [2, 0, 4, 1, 3].forEach((i) => {
      const [, , ...expected] = runImplementation(makeWasmBilstm(build), tasks[i]!);
      passes[i]!().forEach((gradient, j) => expect(gradient).toEqual(expected[j]));
    });
  });

  function startPass(task: BilstmTask): () => Float32Array[] {
    const inputs = { x: inputTensor(task.shape, task.x), weights: weightTensors(task.shape, task.weights) };
    const pass = implementation.forward(inputs, true);
    const { batch, steps, units } = task.shape;
    const dOutput = inputTensor({ batch, steps, inputs: 2 * units, units }, task.dOutput);
    const dLastCells = inputTensor({ batch: 2, steps: batch, inputs: units, units }, task.dLastCells);
    return () => {
      const { x, weights } = pass.gradient({ inputs, dOutput, dLastCells, needsInputGradient: true });
      return [x!, ...Object.values(weights)].map((gradient) => gradient.dataSync() as Float32Array);
    };
  }
});

describe('the wide build', () => {
  it('gives the bits of the relaxed one for any shape', () => {
    const [relaxed, wide] = [makeWasmBilstm('relaxed'), makeWasmBilstm('wide')];
    fc.assert(
      fc.property(shapes, fc.nat(1e6), (shape, seed) => {
        const task = randomTask(shape, seed);
        expect(runImplementation(wide, task)).toEqual(runImplementation(relaxed, task));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a workspace', () => {
  it('stops growing once it has seen its largest pass', () => {
    const workspace = new WasmWorkspace('relaxed', oneThread);
    const run = (batch: number) => {
      const { shape, x, weights, dOutput } = randomTask({ batch, steps: 5, inputs: 3, units: 8 }, batch);
      workspace.forward(shape, Float32Array.from(x), weights.map((w) => Float32Array.from(w)), true);
      workspace.backward(Float32Array.from(dOutput), null, true);
    };
    run(64);
    const bytes = workspace.memory.buffer.byteLength;
    for (let step = 0; step < 2000; step++) run(1 + (step % 64));
    expect(workspace.memory.buffer.byteLength).toBe(bytes);
  });

  it('gives the same output with and without keeping its steps', () => {
    const { shape, x, weights } = randomTask({ batch: 9, steps: 11, inputs: 3, units: 16 }, 2);
    const arrays = [Float32Array.from(x), weights.map((w) => Float32Array.from(w))] as const;
    const workspace = new WasmWorkspace('relaxed', oneThread);
    workspace.forward(shape, ...arrays, true);
    const [output, cells] = [workspace.output(), workspace.lastCells()];
    workspace.forward(shape, ...arrays, false);
    expect(workspace.output()).toEqual(output);
    expect(workspace.lastCells()).toEqual(cells);
  });
});

describe('tensors', () => {
  it('do not pile up when predictions never ask for a gradient', () => {
    const implementation = makeWasmBilstm('relaxed');
    const task = randomTask({ batch: 2, steps: 3, inputs: 2, units: 8 }, 4);
    const inputs = { x: inputTensor(task.shape, task.x), weights: weightTensors(task.shape, task.weights) };
    const before = memory().numTensors;
    for (let i = 0; i < 3000; i++) implementation.forward(inputs, false).output.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
