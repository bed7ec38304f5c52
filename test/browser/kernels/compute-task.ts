import { bestWasmBuild } from '../../../src/shared/engine/kernels/wasm/kernel-module.ts';
import { oneThread } from '../../../src/shared/engine/kernels/wasm/kernel-instance.ts';
import { bilstmBinaries, WasmWorkspace } from '../../../src/shared/engine/kernels/bilstm/wasm-workspace.ts';
import { bilstmWeightShapes } from '../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';

const shape = { batch: 3, steps: 7, inputs: 5, units: 12 };

/** Output and gradients of one small pass on the best build that this machine has. */
export function computeTask(): number[][] {
  const build = bestWasmBuild(bilstmBinaries);
  if (build === null) throw new Error('there is no WebAssembly SIMD');
  const workspace = new WasmWorkspace(build, oneThread);
  const weights = bilstmWeightShapes(shape.inputs, shape.units).map((dims) => wave(dims.reduce((a, b) => a * b)));
  workspace.forward(shape, wave(shape.batch * shape.steps * shape.inputs), weights, true);
  const output = workspace.output();
  const { x, weights: gradients } = workspace.backward(output, null, true);
  return [output, x!, ...gradients].map((values) => [...values]);
}

function wave(size: number): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => 0.5 * Math.sin(i * 12.9898));
}
