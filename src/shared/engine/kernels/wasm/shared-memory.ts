import { ExpanseError } from '../../../contract/errors.ts';
import { requireWasm, type WasmMemory } from './wasm-api.ts';

const PAGE_BYTES = 65536;
const MOST_PAGES = 65536;

const made = new Set<WeakRef<WasmMemory>>();

/** Shared everywhere, so that one build serves one thread and several. */
export function makeSharedMemory(): WasmMemory {
  const memory = new (requireWasm().Memory)({ initial: 1, maximum: MOST_PAGES, shared: true });
  made.add(new WeakRef(memory));
  return memory;
}

/** Of all memories that are still used. */
export function sharedMemoryBytes(): number {
  let bytes = 0;
  for (const reference of made) {
    const memory = reference.deref();
    if (memory === undefined) made.delete(reference);
    else bytes += memory.buffer.byteLength;
  }
  return bytes;
}

/** A browser may keep shared memory from a page. */
export function hasSharedMemory(): boolean {
  try {
    return makeSharedMemory().buffer.byteLength > 0;
  } catch {
    return false;
  }
}

/** Grows memory to at least so many bytes; throws `trainer` when the machine has no more. */
export function growTo(memory: WasmMemory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return;
  try {
    memory.grow(Math.ceil(missing / PAGE_BYTES));
  } catch (cause) {
    throw new ExpanseError(
      'trainer',
      `A kernel needs ${Math.ceil(bytes / 2 ** 20)} MiB of memory in one piece and did not get them.`,
      'Choose a smaller batch size, or close other programs.',
      { cause },
    );
  }
}

export function writeFloats(memory: WasmMemory, address: number, values: Float32Array): void {
  new Float32Array(memory.buffer, address, values.length).set(values);
}

/** As many values as `to` has. */
export function copyFloats(memory: WasmMemory, address: number, to: Float32Array): void {
  to.set(new Float32Array(memory.buffer, address, to.length));
}

/** to += as many values as `to` has. */
export function addFloats(memory: WasmMemory, address: number, to: Float32Array): void {
  const from = new Float32Array(memory.buffer, address, to.length);
  for (let i = 0; i < to.length; i++) to[i]! += from[i]!;
}

/** A copy, which later passes leave alone. */
export function readFloats(memory: WasmMemory, address: number, length: number): Float32Array {
  return new Float32Array(memory.buffer, address, length).slice();
}
