import { hasSharedMemory } from './shared-memory.ts';
import { requireWasm, wasmApi, type WasmModule } from './wasm-api.ts';

/** `relaxed` multiplies and adds in one instruction; `plain` needs only fixed-width SIMD. */
export type CompiledBuild = 'relaxed' | 'plain';

/** `wide`: `relaxed` in tiles for a machine that was told to join two vectors into one of twice the width. */
export type WasmBuild = CompiledBuild | 'wide';

/** A kernel's two builds in base64, as scripts/build-kernels.mjs makes them. */
export type KernelBinaries = Readonly<Record<CompiledBuild, string>>;

const compiled: Readonly<Record<WasmBuild, Map<KernelBinaries, WasmModule>>> = { relaxed: new Map(), plain: new Map(), wide: new Map() };

/** The best build that this machine can run as it is, or null without WebAssembly SIMD or shared memory. */
export function bestWasmBuild(binaries: KernelBinaries): CompiledBuild | null {
  if (wasmApi === undefined || !hasSharedMemory()) return null;
  const { validate } = wasmApi;
  return (['relaxed', 'plain'] as const).find((build) => validate(decode(binaries[build]))) ?? null;
}

/** Compiled once per process, so that all instances share the optimised code. */
export function compileKernel(binaries: KernelBinaries, build: WasmBuild): WasmModule {
  const known = compiled[build];
  let module = known.get(binaries);
  if (module === undefined) {
    module = new (requireWasm().Module)(bytesOf(binaries, build));
    known.set(binaries, module);
  }
  return module;
}

/**
 * An empty custom section of this name: engines give modules with the same bytes the same machine code, also where one was
 * compiled before the engine was told to join vectors, and the other after.
 */
const WIDE_MARK = Uint8Array.of(0, 5, 4, ...Array.from('wide', (letter) => letter.charCodeAt(0)));

function bytesOf(binaries: KernelBinaries, build: WasmBuild): Uint8Array {
  if (build !== 'wide') return decode(binaries[build]);
  const relaxed = decode(binaries.relaxed);
  const marked = new Uint8Array(relaxed.length + WIDE_MARK.length);
  marked.set(relaxed);
  marked.set(WIDE_MARK, relaxed.length);
  return marked;
}

declare function atob(text: string): string;

function decode(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
