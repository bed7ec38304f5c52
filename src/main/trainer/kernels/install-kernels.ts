import { headsBinaries } from '../../../shared/engine/kernels/bilstm-heads/heads-workspace.ts';
import { makeFusedHeads, setFusedHeads } from '../../../shared/engine/kernels/bilstm-heads/fused-heads.ts';
import { setBilstm } from '../../../shared/engine/kernels/bilstm/implementations.ts';
import { makeWasmBilstm } from '../../../shared/engine/kernels/bilstm/wasm.ts';
import { bestWasmBuild } from '../../../shared/engine/kernels/wasm/kernel-module.ts';
import { runInTurn } from '../../../shared/engine/kernels/wasm/kernel-instance.ts';
import { startPairThread, type PairThread } from './pair-thread.ts';

let thread: PairThread | null = null;

/**
 * Gives a tfjs back end the WebAssembly kernels, on two threads where that many are allowed. Results do not depend on the
 * number. Returns how many threads are used: 0 where the machine has no WebAssembly SIMD, and nothing changed.
 */
export function installKernels(backendName: string, threads: number): 0 | 1 | 2 {
  const build = bestWasmBuild(headsBinaries);
  if (build === null) return 0;
  if (threads > 1) thread ??= startPairThread();
  const run = threads > 1 && thread !== null ? thread.run : runInTurn;
  setBilstm(backendName, makeWasmBilstm(build, run));
  setFusedHeads(backendName, makeFusedHeads(build, run));
  return threads > 1 ? 2 : 1;
}
