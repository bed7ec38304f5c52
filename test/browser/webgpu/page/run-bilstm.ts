import { tensor3d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { makeWebGpuBilstm } from '../../../../src/shared/engine/kernels/bilstm/webgpu.ts';
import { gpuLimits, type GpuLimits } from '../../../../src/shared/engine/kernels/webgpu/run-program.ts';
import { bilstmWeightList } from '../../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';
import { inputTensor, weightTensors, type BilstmTask } from '../../../unit/engine/kernels/bilstm/run-implementation.ts';

export interface BilstmRun {
  /** Whether the loss reads the last cells too. */
  readonly hasCells: boolean;
  /** The gradient is asked for without what its own pass kept. */
  readonly apart: boolean;
  /** What is forbidden although the device could do it. */
  readonly limits: Partial<GpuLimits>;
}

/** Output, last cells, gradient of x and of the eight weights, in this order; another pass runs before the gradient. */
export async function runBilstm(task: BilstmTask, { hasCells, apart, limits }: BilstmRun): Promise<Float32Array[]> {
  // Its limits are no properties of its own.
  const { maxComputeWorkgroupStorageSize, maxComputeInvocationsPerWorkgroup, maxComputeWorkgroupSizeX, maxStorageBufferBindingSize, maxComputeWorkgroupsPerDimension } = gpuLimits();
  const allowed = { maxComputeWorkgroupStorageSize, maxComputeInvocationsPerWorkgroup, maxComputeWorkgroupSizeX, maxStorageBufferBindingSize, maxComputeWorkgroupsPerDimension, ...limits };
  const bilstm = makeWebGpuBilstm(() => allowed);
  const results: Tensor[] = tidy(() => {
    const { batch, steps, units } = task.shape;
    const inputs = { x: inputTensor(task.shape, task.x), weights: weightTensors(task.shape, task.weights) };
    const pass = bilstm.forward(inputs, !apart);
    bilstm.forward({ ...inputs, x: inputTensor(task.shape, Array.from(task.x, (value) => -value)) }, true);
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
