import { tensor, tensor1d, zerosLike, type Tensor, type Tensor1D } from '@tensorflow/tfjs-core';
import { bilstmWeightShapes, type BilstmShape } from '../bilstm/bilstm-weights.ts';
import { WorkspacePool } from '../bilstm/workspace-pool.ts';
import { bestWasmBuild, type WasmBuild } from '../wasm/kernel-module.ts';
import { oneThread, type KernelRunner } from '../wasm/kernel-instance.ts';
import type { HeadPlan } from './heads-layout.ts';
import { headsBinaries, HeadsWorkspace, type HeadArrays } from './heads-workspace.ts';

const BILSTM_INPUTS = 9;
const LANES = 2 ** 16;

export interface FusedPass {
  /** Mean [B, C], then each head's [B, T, O], as one vector. */
  readonly packed: Tensor1D;
  /** Gradients of all inputs in their order; zeros for x where nobody asks. */
  gradient(inputs: readonly Tensor[], dPacked: Tensor, needsInputGradient: boolean): Tensor[];
}

/** BiLSTM and heads in one linear memory. Inputs: x, the eight weights, then each head's weight and bias. */
export interface FusedHeads {
  plan(outputs: number, dropout: { readonly key: number; readonly probability: number } | null): HeadPlan;
  forward(shape: BilstmShape, inputs: readonly Tensor[], plans: readonly HeadPlan[], willDifferentiate: boolean): FusedPass;
}

const byBackend = new Map<string, FusedHeads | null>();

/** Makes `bilstmHeads` use these on a tfjs backend; null makes the caller compose. */
export function setFusedHeads(backendName: string, heads: FusedHeads | null): void {
  byBackend.set(backendName, heads);
}

/** What was set, else the WebAssembly kernel on the wasm backend, else none. */
export function fusedHeadsFor(backendName: string): FusedHeads | null {
  let heads = byBackend.get(backendName);
  if (heads === undefined) {
    const build = backendName === 'wasm' ? bestWasmBuild(headsBinaries) : null;
    heads = build === null ? null : makeFusedHeads(build);
    byBackend.set(backendName, heads);
  }
  return heads;
}

export function makeFusedHeads(build: WasmBuild, runner: KernelRunner = oneThread): FusedHeads {
  const pool = new WorkspacePool(() => new HeadsWorkspace(build, runner));
  return {
    plan: (outputs, dropout) => ({
      outputs,
      key: dropout?.key ?? 0,
      dropped: Math.round((dropout?.probability ?? 0) * LANES),
    }),
    forward: (shape, inputs, plans, willDifferentiate) => forward(pool, shape, inputs, plans, willDifferentiate),
  };
}

function forward(
  pool: WorkspacePool<HeadsWorkspace>,
  shape: BilstmShape,
  inputs: readonly Tensor[],
  plans: readonly HeadPlan[],
  willDifferentiate: boolean,
): FusedPass {
  const workspace = pool.take();
  const packed = tensor1d(runForward(workspace, shape, inputs, plans, willDifferentiate));
  const pass = willDifferentiate ? workspace.pass : null;
  if (pass === null) pool.give(workspace);
  return {
    packed,
    gradient(saved, dPacked, needsInputGradient) {
      const stillHere = workspace.pass === pass;
      const holder = stillHere ? workspace : pool.take();
      if (!stillHere) runForward(holder, shape, saved, plans, true);
      const gradients = gradientTensors(holder, shape, saved, read(dPacked), needsInputGradient);
      pool.give(holder);
      return gradients;
    },
  };
}

function runForward(
  workspace: HeadsWorkspace,
  shape: BilstmShape,
  inputs: readonly Tensor[],
  plans: readonly HeadPlan[],
  keepsSteps: boolean,
): Float32Array {
  const [x, ...weights] = inputs.slice(0, BILSTM_INPUTS).map(read);
  const heads = plans.map((plan, h): HeadArrays => {
    const at = BILSTM_INPUTS + 2 * h;
    return { plan, weight: read(inputs[at]!), bias: read(inputs[at + 1]!) };
  });
  return workspace.forward(shape, x!, weights, heads, keepsSteps);
}

function gradientTensors(
  workspace: HeadsWorkspace,
  shape: BilstmShape,
  inputs: readonly Tensor[],
  dPacked: Float32Array,
  needsInputGradient: boolean,
): Tensor[] {
  const gradient = workspace.backward(dPacked, needsInputGradient);
  const shapes = bilstmWeightShapes(shape.inputs, shape.units);
  return [
    gradient.x === null ? zerosLike(inputs[0]!) : tensor(gradient.x, inputs[0]!.shape),
    ...gradient.weights.map((values, i) => tensor(values, [...shapes[i]!])),
    ...gradient.heads.flatMap(({ weight, bias }, h) => [tensor(weight, inputs[BILSTM_INPUTS + 2 * h]!.shape), tensor1d(bias)]),
  ];
}

function read(values: Tensor): Float32Array {
  return values.dataSync<'float32'>();
}
