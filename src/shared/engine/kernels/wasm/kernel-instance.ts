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

/** Runs a pass for jobs that do not touch each other, in turn or at the same time. */
export interface KernelRunner {
  /** How many jobs run at the same time. */
  readonly threads: number;
  /** Returns when all jobs are done. */
  run(instance: KernelInstance, pass: string, jobs: readonly number[]): void;
}

export const oneThread: KernelRunner = {
  threads: 1,
  run({ passes }, pass, jobs) {
    for (const job of jobs) passes[pass]!(job);
  },
};
