import { ExpanseError } from '../../../contract/errors.ts';
import { plainBinary } from './generated/plain.ts';
import { relaxedBinary } from './generated/relaxed.ts';

// The part of the universal WebAssembly interface that is used here; `shared` has no types for it.
export interface WasmMemory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}
export type WasmModule = { readonly __wasmModule: never };
declare const WebAssembly: {
  validate(bytes: Uint8Array): boolean;
  Module: new (bytes: Uint8Array) => WasmModule;
  Memory: new (limits: { initial: number; maximum: number; shared: boolean }) => WasmMemory;
  Instance: new (module: WasmModule, imports: object) => { readonly exports: object };
};
declare function atob(text: string): string;

/** `relaxed` multiplies and adds in one instruction; `plain` needs only fixed-width SIMD. */
export type WasmBuild = 'relaxed' | 'plain';

const binaries: Readonly<Record<WasmBuild, string>> = { relaxed: relaxedBinary, plain: plainBinary };
const compiled = new Map<WasmBuild, WasmModule>();

export interface BilstmExports {
  forward(job: number): void;
  backward(job: number): void;
}

export const WASM_PAGE_BYTES = 65536;
const MOST_PAGES = 65536;

/** The best build that this machine can run, or null without WebAssembly SIMD. */
export function bestWasmBuild(): WasmBuild | null {
  if (typeof WebAssembly === 'undefined') return null;
  return (['relaxed', 'plain'] as const).find((build) => WebAssembly.validate(decode(binaries[build]))) ?? null;
}

/** Compiled once per process, so that all instances share the optimised code. */
export function compiledModule(build: WasmBuild): WasmModule {
  let module = compiled.get(build);
  if (module === undefined) {
    module = new WebAssembly.Module(decode(binaries[build]));
    compiled.set(build, module);
  }
  return module;
}

/** Shared memory everywhere, so that one build serves one thread and several. */
export function makeMemory(): WasmMemory {
  return new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
}

export function instantiate(module: WasmModule, memory: WasmMemory): BilstmExports {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as BilstmExports;
}

/** Grows memory to at least so many bytes; throws `trainer` when the machine has no more. */
export function growTo(memory: WasmMemory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return;
  try {
    memory.grow(Math.ceil(missing / WASM_PAGE_BYTES));
  } catch (cause) {
    throw new ExpanseError(
      'trainer',
      `The BiLSTM needs ${Math.ceil(bytes / 2 ** 20)} MiB of memory in one piece and did not get them.`,
      'Choose a smaller batch size, or close other programs.',
      { cause },
    );
  }
}

function decode(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
