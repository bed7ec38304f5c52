import { tensor3d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { bilstmFor } from '../../../../src/shared/engine/kernels/bilstm/implementations.ts';
import { bilstmWeightList } from '../../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';
import { inputTensor, weightTensors, type BilstmTask } from '../../../unit/engine/kernels/bilstm/run-implementation.ts';

/**
 * Output, last cells, gradient of x and of the eight weights, in this order. `hasCells`: whether the loss reads the last
 * cells too. `apart`: a second pass runs before the gradient, which then has nothing that its own pass kept.
 */
export async function runBilstm(task: BilstmTask, hasCells: boolean, apart: boolean): Promise<Float32Array[]> {
  const results: Tensor[] = tidy(() => {
    const { batch, steps, units } = task.shape;
    const inputs = { x: inputTensor(task.shape, task.x), weights: weightTensors(task.shape, task.weights) };
    const pass = bilstmFor('webgpu').forward(inputs, !apart);
    bilstmFor('webgpu').forward({ ...inputs, x: inputTensor(task.shape, Array.from(task.x, (value) => -value)) }, true);
    const gradient = pass.gradient({
      inputs,
      dOutput: tensor3d(Float32Array.from(task.dOutput), [batch, steps, 2 * units]),
      ...(hasCells ? { dLastCells: tensor3d(Float32Array.from(task.dLastCells), [2, batch, units]) } : {}),
      needsInputGradient: true,
      ...(pass.kept && !apart ? { kept: pass.kept } : {}),
    });
    return [pass.output, pass.lastCells(), gradient.x!, ...bilstmWeightList(gradient.weights)];
  });
  return readAll(results);
}

export async function readAll(tensors: readonly Tensor[]): Promise<Float32Array[]> {
  const values = await Promise.all(tensors.map((each) => each.data<'float32'>()));
  tensors.forEach((each) => each.dispose());
  return values;
}
