import { DilatedWorkspace } from '../dilated/dilated-workspace.ts';
import { bestWasmBuild, type WasmBuild } from '../wasm/kernel-module.ts';
import { oneThread, type KernelRunner } from '../wasm/kernel-instance.ts';
import { makeBilstmEncoder } from './bilstm-encoder.ts';
import { networkBinaries, NetworkWorkspace } from './network-workspace.ts';
import type { NetworkArrays, NetworkOutputs, NetworkTask } from './network-task.ts';

/**
 * The whole network as one operation outside of any tape, for a back end whose kernels compute in the host's memory: nothing
 * between the features and the outputs ever becomes a tensor. Its oracle is the model composed of operations.
 */
export interface FusedNetwork {
  forward(task: NetworkTask): NetworkOutputs;
  /**
   * Forwards, then asks for the slopes of a loss by the outputs, then writes the gradients of all parameters into `gradient`,
   * whose arrays have the parameters' sizes. The outputs are the caller's to keep.
   */
  differentiate(task: NetworkTask, slopesOf: (outputs: NetworkOutputs) => NetworkOutputs, gradient: NetworkArrays): void;
}

/** `units`: half of a bar's states, which the kernels take in pairs of vectors of four. */
export const fitsFusedNetwork = (units: number): boolean => units % 4 === 0;

const byBackend = new Map<string, FusedNetwork | null>();

/** Sets what a tfjs back end uses; null makes the model compose. */
export function setFusedNetwork(backendName: string, network: FusedNetwork | null): void {
  byBackend.set(backendName, network);
}

/** What was set, else the WebAssembly kernels on the wasm back end, else none. */
export function fusedNetworkFor(backendName: string): FusedNetwork | null {
  let network = byBackend.get(backendName);
  if (network === undefined) {
    const build = backendName === 'wasm' ? bestWasmBuild(networkBinaries) : null;
    network = build === null ? null : makeFusedNetwork(build);
    byBackend.set(backendName, network);
  }
  return network;
}

export function makeFusedNetwork(build: WasmBuild, runner: KernelRunner = oneThread): FusedNetwork {
  let [recurrent, dilated]: (NetworkWorkspace | null)[] = [null, null];
  const workspaceFor = (task: NetworkTask): NetworkWorkspace =>
    task.dilated === undefined
      ? (recurrent ??= new NetworkWorkspace(build, runner, makeBilstmEncoder(build, runner)))
      : (dilated ??= new NetworkWorkspace(build, runner, new DilatedWorkspace(build, runner)));
  return {
    forward: (task) => workspaceFor(task).forward(task, false),
    differentiate: (task, slopesOf, gradient) => {
      const space = workspaceFor(task);
      space.backward(slopesOf(space.forward(task, true)), gradient);
    },
  };
}
