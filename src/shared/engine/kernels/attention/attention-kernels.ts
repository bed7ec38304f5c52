import { oneThread, type KernelRunner } from '../wasm/kernel-instance.ts';
import { bestWasmBuild, type WasmBuild } from '../wasm/kernel-module.ts';
import { attentionBinaries, AttentionWorkspace } from './attention-workspace.ts';

const byBackend = new Map<string, AttentionWorkspace | null>();

/** Makes a tfjs back end attend by these kernels. */
export function setAttention(backendName: string, build: WasmBuild, runner: KernelRunner): void {
  byBackend.set(backendName, new AttentionWorkspace(build, runner));
}

/** What was set, else the WebAssembly kernels on the wasm back end, else none: there, attention is composed of operations. */
export function attentionFor(backendName: string): AttentionWorkspace | null {
  let workspace = byBackend.get(backendName);
  if (workspace === undefined) {
    const build = backendName === 'wasm' ? bestWasmBuild(attentionBinaries) : null;
    workspace = build === null ? null : new AttentionWorkspace(build, oneThread);
    byBackend.set(backendName, workspace);
  }
  return workspace;
}
