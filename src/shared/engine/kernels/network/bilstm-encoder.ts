import { WasmWorkspace } from '../bilstm/wasm-workspace.ts';
import type { KernelRunner } from '../wasm/kernel-instance.ts';
import type { WasmBuild } from '../wasm/kernel-module.ts';
import type { EncoderWorkspace } from './encoder-workspace.ts';

/** A BiLSTM's workspace as an encoder. */
export function makeBilstmEncoder(build: WasmBuild, runner: KernelRunner): EncoderWorkspace {
  const workspace = new WasmWorkspace(build, runner);
  return {
    memory: workspace.memory,
    get layout() {
      return workspace.layout;
    },
    place: ({ shape, features, weights, keepsSteps }) => workspace.place(shape, features, weights, keepsSteps),
    forwardInPlace: () => workspace.forwardInPlace(),
    backwardInPlace: () => workspace.backwardInPlace(null, false),
    readWeightGradients: (to) => workspace.readWeightGradients(to),
  };
}
