import { oneThread, type KernelRunner } from '../wasm/kernel-instance.ts';
import { bestWasmBuild, type WasmBuild } from '../wasm/kernel-module.ts';
import { dilatedBinaries, DilatedWorkspace } from './dilated-workspace.ts';

const byBackend = new Map<string, DilatedWorkspace | null>();

/** Makes a tfjs back end compute dilated encoders by these kernels where a model has to be composed around them. */
export function setDilated(backendName: string, build: WasmBuild, runner: KernelRunner): void {
  byBackend.set(backendName, new DilatedWorkspace(build, runner));
}

/** What was set, else the WebAssembly kernels on the wasm back end, else none; none where the channels fill no vectors. */
export function dilatedFor(backendName: string, channels: number): DilatedWorkspace | null {
  let workspace = byBackend.get(backendName);
  if (workspace === undefined) {
    const build = backendName === 'wasm' ? bestWasmBuild(dilatedBinaries) : null;
    workspace = build === null ? null : new DilatedWorkspace(build, oneThread);
    byBackend.set(backendName, workspace);
  }
  return channels % 8 === 0 ? workspace : null;
}
