import { tensor, tensor3d, type Tensor } from '@tensorflow/tfjs-core';
import { oneThread, type KernelRunner } from '../wasm/kernel-instance.ts';
import type { WasmBuild } from '../wasm/kernel-module.ts';
import type { BilstmGradient, BilstmGradientRequest, BilstmImplementation, BilstmInputs, BilstmPass } from './bilstm-implementation.ts';
import { bilstmShapeOf, bilstmWeightList, bilstmWeightShapes, bilstmWeightsFromList, type BilstmShape } from './bilstm-weights.ts';
import { WasmWorkspace } from './wasm-workspace.ts';
import { WorkspacePool } from './workspace-pool.ts';

/** The fused kernel in a linear memory of its own; tensors are copied in and out. */
export function makeWasmBilstm(build: WasmBuild, runner: KernelRunner = oneThread): BilstmImplementation {
  const pool = new WorkspacePool(() => new WasmWorkspace(build, runner));
  return { name: `wasm ${build}`, forward: (inputs, willDifferentiate) => forward(pool, inputs, willDifferentiate) };
}

function forward(pool: WorkspacePool<WasmWorkspace>, inputs: BilstmInputs, willDifferentiate: boolean): BilstmPass {
  const shape = bilstmShapeOf(inputs.x, inputs.weights);
  const { batch, steps, units } = shape;
  const workspace = pool.take();
  workspace.forward(shape, read(inputs.x), bilstmWeightList(inputs.weights).map(read), willDifferentiate);
  const output = tensor3d(workspace.output(), [batch, steps, 2 * units]);
  const lastCells = workspace.lastCells();
  const pass = willDifferentiate ? workspace.pass : null;
  if (pass === null) pool.give(workspace);
  return {
    output,
    lastCells: () => tensor3d(lastCells, [2, batch, units]),
    gradient(request) {
      const holder = workspace.pass === pass ? workspace : passAgain(pool, shape, request.inputs);
      const gradient = gradientOf(holder, shape, request);
      pool.give(holder);
      return gradient;
    },
  };
}

/** For a pass whose workspace was not kept or went to a newer pass. */
function passAgain(pool: WorkspacePool<WasmWorkspace>, shape: BilstmShape, inputs: BilstmInputs): WasmWorkspace {
  const workspace = pool.take();
  workspace.forward(shape, read(inputs.x), bilstmWeightList(inputs.weights).map(read), true);
  return workspace;
}

function gradientOf(workspace: WasmWorkspace, shape: BilstmShape, request: BilstmGradientRequest): BilstmGradient {
  const { inputs, dOutput, dLastCells, needsInputGradient } = request;
  const gradient = workspace.backward(read(dOutput), dLastCells ? read(dLastCells) : null, needsInputGradient);
  const shapes = bilstmWeightShapes(shape.inputs, shape.units);
  const weights = gradient.weights.map((values, i) => tensor(values, [...shapes[i]!]));
  return { x: gradient.x && tensor3d(gradient.x, inputs.x.shape), weights: bilstmWeightsFromList(weights) };
}

function read(values: Tensor): Float32Array {
  return values.dataSync<'float32'>();
}
