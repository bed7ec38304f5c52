import { tensor, tensor3d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { BilstmImplementation } from '../../../../../src/shared/engine/kernels/bilstm/bilstm-implementation.ts';
import {
  bilstmWeightList,
  bilstmWeightShapes,
  bilstmWeightsFromList,
  type BilstmShape,
  type BilstmWeights,
} from '../../../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';

export interface BilstmTask {
  readonly shape: BilstmShape;
  readonly x: ArrayLike<number>;
  readonly weights: readonly ArrayLike<number>[];
  readonly dOutput: ArrayLike<number>;
  readonly dLastCells: ArrayLike<number>;
}

export function weightTensors({ inputs, units }: BilstmShape, weights: readonly ArrayLike<number>[]): BilstmWeights {
  const shapes = bilstmWeightShapes(inputs, units);
  return bilstmWeightsFromList(weights.map((values, i) => tensor(Float32Array.from(values), [...shapes[i]!])));
}

export function inputTensor({ batch, steps, inputs }: BilstmShape, x: ArrayLike<number>) {
  return tensor3d(Float32Array.from(x), [batch, steps, inputs]);
}

/** Output, last cells, gradient of x and of the eight weights, in this order. */
export function runImplementation(implementation: BilstmImplementation, task: BilstmTask): Float32Array[] {
  const { batch, steps, units } = task.shape;
  const read = (values: Tensor) => values.dataSync<'float32'>().slice();
  let results: Float32Array[] = [];
  tidy(() => {
    const inputs = { x: inputTensor(task.shape, task.x), weights: weightTensors(task.shape, task.weights) };
    const pass = implementation.forward(inputs, true);
    const gradient = pass.gradient({
      inputs,
      dOutput: tensor3d(Float32Array.from(task.dOutput), [batch, steps, 2 * units]),
      dLastCells: tensor3d(Float32Array.from(task.dLastCells), [2, batch, units]),
      needsInputGradient: true,
    });
    results = [pass.output, pass.lastCells(), gradient.x!, ...bilstmWeightList(gradient.weights)].map(read);
  });
  return results;
}
