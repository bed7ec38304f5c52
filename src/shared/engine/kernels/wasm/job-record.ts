import type { WasmMemory } from './wasm-api.ts';

const CACHE_LINE = 64;

/** Writes a job's fields as consecutive 32-bit integers, which is how AssemblyScript lays out an unmanaged class. */
export function writeRecord<Field extends string>(
  memory: WasmMemory,
  address: number,
  fields: readonly Field[],
  record: Readonly<Record<Field, number>>,
): void {
  new Int32Array(memory.buffer, address, fields.length).set(fields.map((field) => record[field]));
}

/** Hands out addresses one after the other, each on a cache line of its own. */
export class Reservation {
  private next: number;

  constructor(first: number) {
    this.next = first;
  }

  /** Address of room for so many 32-bit values. */
  reserve(count: number): number {
    const at = this.next;
    this.next = roundUp(at + count * 4, CACHE_LINE);
    return at;
  }

  /** First address that is still free. */
  get end(): number {
    return this.next;
  }
}

export function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
