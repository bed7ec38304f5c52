import { dtypeOf, rankOf } from './dtypes.ts';
import type { NamedArray, NamedArrays } from './tensor-data.ts';

const ALIGNMENT = 8;

/**
 * Writes what `readSafetensors` and safetensors.torch.load_file read, to the byte as safetensors.torch.save_file does: the
 * header is padded with blanks, so that the values start at a multiple of 8 bytes; wide types come first, so that all are
 * aligned, and tensors of one type by name.
 */
export function writeSafetensors(tensors: NamedArrays, metadata: Readonly<Record<string, string>> = {}): Uint8Array<ArrayBuffer> {
  const entries = [...tensors].sort(inFileOrder);
  const header = headerOf(entries, metadata);
  const bytes = entries.reduce((sum, [, { data }]) => sum + data.byteLength, 0);
  const file = new Uint8Array(8 + header.length + bytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  let at = 8 + header.length;
  for (const [, { data }] of entries) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return file;
}

function inFileOrder([name, { data }]: [string, NamedArray], [otherName, other]: [string, NamedArray]): number {
  return rankOf(dtypeOf(data)) - rankOf(dtypeOf(other.data)) || (name < otherName ? -1 : 1);
}

function headerOf(entries: readonly [string, NamedArray][], metadata: Readonly<Record<string, string>>): Uint8Array {
  const header: Record<string, unknown> = Object.keys(metadata).length === 0 ? {} : { __metadata__: metadata };
  let at = 0;
  for (const [name, { shape, data }] of entries) {
    header[name] = { dtype: dtypeOf(data), shape, data_offsets: [at, at + data.byteLength] };
    at += data.byteLength;
  }
  const text = JSON.stringify(header);
  const bytes = new TextEncoder().encode(text);
  return new TextEncoder().encode(text + ' '.repeat((ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT));
}
