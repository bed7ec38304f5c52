import { startThreadTeam } from '../../src/main/trainer/kernels/thread-team.ts';
import { makeFloat32, plainBilstm, plainBilstmGradient } from '../../src/shared/engine/kernels/bilstm/plain.ts';
import { WasmWorkspace } from '../../src/shared/engine/kernels/bilstm/wasm-workspace.ts';
import type { BilstmShape } from '../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';
import type { WasmBuild } from '../../src/shared/engine/kernels/wasm/kernel-module.ts';
import { oneThread } from '../../src/shared/engine/kernels/wasm/kernel-instance.ts';

export interface BilstmData {
  readonly shape: BilstmShape;
  readonly x: Float32Array;
  readonly weights: readonly Float32Array[];
  readonly dOutput: Float32Array;
}

/** One implementation under test; `backward` follows a `forward` that kept its steps. */
export interface BilstmTrial {
  readonly name: string;
  readonly threads: number;
  /** Worth a few rounds of the smallest case only. */
  readonly slow: boolean;
  forward(data: BilstmData, keepsSteps: boolean): void;
  backward(data: BilstmData): void;
  close(): Promise<void>;
}

export const bilstmTrials: readonly (() => BilstmTrial)[] = [
  () => wasmTrial('relaxed', 1),
  () => wasmTrial('relaxed', 2),
  () => wasmTrial('wide', 1),
  () => wasmTrial('wide', 2),
  () => wasmTrial('plain', 1),
  () => wasmTrial('plain', 2),
  plainLoopsTrial,
];

function wasmTrial(build: WasmBuild, threads: number): BilstmTrial {
  const team = threads > 1 ? startThreadTeam(threads) : null;
  const workspace = new WasmWorkspace(build, team ?? oneThread);
  return {
    name: `wasm ${build}`,
    threads,
    slow: false,
    forward: ({ shape, x, weights }, keepsSteps) => workspace.forward(shape, x, weights, keepsSteps),
    backward: ({ dOutput }) => void workspace.backward(dOutput, null, false),
    close: async () => team?.close(),
  };
}

function plainLoopsTrial(): BilstmTrial {
  let pass: ReturnType<typeof plainBilstm> | null = null;
  return {
    name: 'plain loops',
    threads: 1,
    slow: true,
    forward({ shape, x, weights }) {
      pass = plainBilstm(shape, x, weights, makeFloat32);
    },
    backward({ shape, x, weights, dOutput }) {
      plainBilstmGradient(shape, x, weights, pass!, { dOutput, dLastCells: null }, false, makeFloat32);
    },
    close: async () => undefined,
  };
}
