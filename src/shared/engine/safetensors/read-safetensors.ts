import { ExpanseError } from '../../contract/errors.ts';
import { bytesPerElement, dtypeNames, isDtype, valuesOf } from './dtypes.ts';
import { type NamedArray, type NamedArrays, sizeOf } from './tensor-data.ts';

const LENGTH_BYTES = 8;

/**
 * Reads a safetensors file: 8 bytes with the header's length (little endian), the header in JSON, the values.
 * Format: huggingface.co/docs/safetensors. Throws ExpanseError 'bad-file' that names the tensor.
 */
export function readSafetensors(file: Uint8Array): NamedArrays {
  const { header, values } = splitFile(file);
  const entries = Object.entries(header).filter(([name]) => name !== '__metadata__');
  return new Map(entries.map(([name, entry]) => [name, readEntry(name, entry, values)]));
}

/** The strings that were stored beside the tensors. */
export function readMetadata(file: Uint8Array): Readonly<Record<string, string>> {
  const metadata = splitFile(file).header['__metadata__'];
  return isRecord(metadata) ? Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, String(value)])) : {};
}

function splitFile(file: Uint8Array): { header: Record<string, unknown>; values: Uint8Array } {
  if (file.length < LENGTH_BYTES) throw bad('the file is too short to hold a header');
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  const end = LENGTH_BYTES + length;
  if (end > file.length) throw bad(`its header should take ${length} bytes, but the file has only ${file.length}`);
  return { header: parseHeader(file.subarray(LENGTH_BYTES, end)), values: file.subarray(end) };
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw bad('its header is no JSON text', cause);
  }
  if (!isRecord(header)) throw bad('its header is no JSON object');
  return header;
}

function readEntry(name: string, entry: unknown, values: Uint8Array): NamedArray {
  if (!isRecord(entry)) throw bad(`tensor "${name}" has no description`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (!isDtype(dtype)) throw bad(`tensor "${name}" has the type ${String(dtype)}; expected one of ${dtypeNames}`);
  if (!isSizes(shape)) throw bad(`tensor "${name}" has no shape`);
  if (!isSizes(offsets) || offsets.length !== 2) throw bad(`tensor "${name}" has no data_offsets`);
  const [begin, end] = offsets;
  const expected = sizeOf(shape) * bytesPerElement(dtype);
  if (end > values.length || end - begin !== expected) {
    throw bad(`tensor "${name}" should take ${expected} bytes, but lies at ${begin} to ${end} of ${values.length}`);
  }
  return { shape, data: valuesOf(dtype, values.subarray(begin, end)) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSizes = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);

function bad(what: string, cause?: unknown): ExpanseError {
  return new ExpanseError('bad-file', `Not a readable safetensors file: ${what}.`, 'Save it again with safetensors, or choose another file.', { cause });
}
