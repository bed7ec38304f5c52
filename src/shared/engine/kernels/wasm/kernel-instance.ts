import { requireWasm, type WasmMemory, type WasmModule } from './wasm-api.ts';

/** A module bound to a memory. Several modules may share one memory; each keeps its static data apart. */
export interface KernelInstance {
  readonly module: WasmModule;
  readonly memory: WasmMemory;
  readonly passes: Readonly<Record<string, (job: number) => void>>;
}

export function instantiateKernel(module: WasmModule, memory: WasmMemory): KernelInstance {
  const { exports } = new (requireWasm().Instance)(module, { env: { memory } });
  return { module, memory, passes: exports as KernelInstance['passes'] };
}

/** Runs one pass for two jobs that do not touch each other, in turn or at the same time; returns when both are done. */
export type RunPair = (instance: KernelInstance, pass: string, jobs: readonly [number, number]) => void;

export const runInTurn: RunPair = ({ passes }, pass, jobs) => {
  for (const job of jobs) passes[pass]!(job);
};
