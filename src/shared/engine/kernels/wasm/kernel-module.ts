import { hasSharedMemory } from './shared-memory.ts';
import { requireWasm, wasmApi, type WasmModule } from './wasm-api.ts';

/** `relaxed` multiplies and adds in one instruction; `plain` needs only fixed-width SIMD. */
export type WasmBuild = 'relaxed' | 'plain';

/** A kernel's two builds in base64, as scripts/build-kernels.mjs makes them. */
export type KernelBinaries = Readonly<Record<WasmBuild, string>>;

const compiled = new Map<string, WasmModule>();

/** The best build that this machine can run, or null without WebAssembly SIMD or shared memory. */
export function bestWasmBuild(binaries: KernelBinaries): WasmBuild | null {
  if (wasmApi === undefined || !hasSharedMemory()) return null;
  const { validate } = wasmApi;
  return (['relaxed', 'plain'] as const).find((build) => validate(decode(binaries[build]))) ?? null;
}

/** Compiled once per process, so that all instances share the optimised code. */
export function compileKernel(base64: string): WasmModule {
  let module = compiled.get(base64);
  if (module === undefined) {
    module = new (requireWasm().Module)(decode(base64));
    compiled.set(base64, module);
  }
  return module;
}

declare function atob(text: string): string;

function decode(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
