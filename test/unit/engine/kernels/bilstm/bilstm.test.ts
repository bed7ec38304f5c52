import '@tensorflow/tfjs-backend-cpu';
import { memory, reshape, setBackend, tidy, valueAndGrads, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bilstm } from '../../../../../src/shared/engine/kernels/bilstm/bilstm.ts';
import { setBilstm } from '../../../../../src/shared/engine/kernels/bilstm/implementations.ts';
import { bilstmWeightList, bilstmWeightsFromList } from '../../../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';
import { makeBlockLstm } from '../../../../../src/shared/engine/kernels/bilstm/block-lstm.ts';
import { cpuBilstm } from '../../../../../src/shared/engine/kernels/bilstm/cpu.ts';
import { makeCudnnBilstm } from '../../../../../src/shared/engine/kernels/bilstm/cudnn.ts';
import { referenceBilstm } from '../../../../../src/shared/engine/kernels/bilstm/reference.ts';
import { makeWasmBilstm } from '../../../../../src/shared/engine/kernels/bilstm/wasm.ts';
import { makeFakeTensorflow } from './fake-tensorflow/fake-tensorflow.ts';
import { maxDifference } from './lstm-golden.ts';
import { randomTask } from './random-task.ts';
import { inputTensor, runImplementation, weightTensors } from './run-implementation.ts';

const { run: tensorflow } = makeFakeTensorflow();
const task = randomTask({ batch: 3, steps: 5, inputs: 2, units: 4 }, 11);
const x = () => inputTensor(task.shape, task.x);
const weights = () => weightTensors(task.shape, task.weights);

/** Gradients of sum(output) by x and the eight weights, through the op and the tape. */
function gradientsThroughTape(inputGradient: boolean): Float32Array[] {
  const outputs: Float32Array[] = [];
  tidy(() => {
    const lossOf = (...args: Tensor[]) =>
      bilstm(args[0] as Tensor3D, bilstmWeightsFromList(args.slice(1)), { inputGradient });
    const ones = Float32Array.from(task.dOutput, () => 1);
    const { grads } = valueAndGrads(lossOf)([x(), ...bilstmWeightList(weights())], outputLike(ones));
    outputs.push(...grads.map((gradient) => gradient.dataSync<'float32'>().slice()));
  });
  return outputs;
}

function outputLike(values: Float32Array): Tensor3D {
  const { batch, steps, units } = task.shape;
  return inputTensor({ ...task.shape, batch, steps, inputs: 2 * units }, values);
}

beforeAll(async () => {
  await setBackend('cpu');
});

describe.each([referenceBilstm, cpuBilstm, makeWasmBilstm('relaxed'), makeBlockLstm(tensorflow), makeCudnnBilstm(tensorflow)])('bilstm through $name', (implementation) => {
  beforeEach(() => setBilstm('cpu', implementation));

  it('gives the tape the same gradients as the implementation itself', () => {
    const direct = runImplementation(implementation, {
      ...task,
      dOutput: task.dOutput.map(() => 1),
      dLastCells: task.dLastCells.map(() => 0),
    });
    gradientsThroughTape(true).forEach((gradient, i) => expect(maxDifference(gradient, direct[i + 2]!)).toBe(0));
  });

  it('leaves the gradient of x at zero when it is data, and the others alone', () => {
    const [dx, ...others] = gradientsThroughTape(false);
    expect(dx!.every((value) => value === 0)).toBe(true);
    others.forEach((gradient, i) => expect(maxDifference(gradient, gradientsThroughTape(true)[i + 1]!)).toBe(0));
  });

  it('keeps no tensor alive', () => {
    gradientsThroughTape(true);
    const before = memory().numTensors;
    gradientsThroughTape(true);
    expect(memory().numTensors).toBe(before);
  });
});

describe('shapes that do not fit', () => {
  it('are refused by name', () => {
    const narrow = inputTensor({ ...task.shape, inputs: 1 }, task.x.subarray(0, 15));
    expect(() => bilstm(narrow, weights())).toThrow(/weightIh has shape \[16, 2\], expected \[16, 1\]/);
    const swapped = { ...weights(), biasHh: reshape(weights().biasHh, [1, 16]) as never };
    expect(() => bilstm(x(), swapped)).toThrow(/biasHh has shape \[1, 16\], expected \[16\]/);
  });
});
