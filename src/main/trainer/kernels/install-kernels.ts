import { setAttention } from '../../../shared/engine/kernels/attention/attention-kernels.ts';
import { setBilstm } from '../../../shared/engine/kernels/bilstm/implementations.ts';
import { setDilated } from '../../../shared/engine/kernels/dilated/dilated-kernels.ts';
import { makeFusedNetwork, setFusedNetwork } from '../../../shared/engine/kernels/network/fused-network.ts';
import { networkBinaries } from '../../../shared/engine/kernels/network/network-workspace.ts';
import { makeWasmBilstm } from '../../../shared/engine/kernels/bilstm/wasm.ts';
import { oneThread, type KernelRunner } from '../../../shared/engine/kernels/wasm/kernel-instance.ts';
import { bestWasmBuild, type WasmBuild } from '../../../shared/engine/kernels/wasm/kernel-module.ts';
import { startThreadTeam } from './thread-team.ts';

const teams = new Map<number, KernelRunner>([[1, oneThread]]);

/**
 * Gives a tfjs back end the WebAssembly kernels on so many threads. One and two threads give the same bits; with more the
 * windows are divided too, and sums over them run in another order, the same each time for the same number.
 * Returns false, and changes nothing, where the machine has no WebAssembly SIMD. `build`: without it the best for the machine as it is.
 */
export function installKernels(backendName: string, threads: number, build: WasmBuild | null = bestWasmBuild(networkBinaries)): boolean {
  if (build === null) return false;
  const count = Math.max(1, Math.floor(threads));
  const runner = teams.get(count) ?? startThreadTeam(count);
  teams.set(count, runner);
  setBilstm(backendName, makeWasmBilstm(build, runner));
  setFusedNetwork(backendName, makeFusedNetwork(build, runner));
  setDilated(backendName, build, runner);
  setAttention(backendName, build, runner);
  return true;
}
