// The part of the universal WebAssembly interface that the kernels use; `shared` has no types for it.
export interface WasmMemory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

/** A compiled module; it can be posted to another thread. */
export interface WasmModule {
  readonly compiledWasm: never;
}

interface WasmApi {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Memory: new (limits: { initial: number; maximum: number; shared: boolean }) => WasmMemory;
  readonly Instance: new (module: WasmModule, imports: object) => { readonly exports: object };
}

/** Undefined where the machine has no WebAssembly. */
export const wasmApi = Reflect.get(globalThis, 'WebAssembly') as unknown as WasmApi | undefined;

export function requireWasm(): WasmApi {
  if (wasmApi === undefined) throw new Error('a WebAssembly kernel was asked for where there is no WebAssembly');
  return wasmApi;
}
