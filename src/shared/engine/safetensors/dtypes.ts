import type { TensorValues } from './tensor-data.ts';

/** The element types of safetensors that are read and written here. */
export type Dtype = 'F32' | 'F64' | 'I64' | 'I32' | 'U8';

/** In which files hold them, after the reference implementation. */
const FILE_ORDER: readonly Dtype[] = ['I64', 'F64', 'F32', 'I32', 'U8'];

const MAKERS: Readonly<Record<Dtype, { readonly bytes: number; readonly make: (buffer: ArrayBuffer) => TensorValues }>> = {
  F32: { bytes: 4, make: (buffer) => new Float32Array(buffer) },
  F64: { bytes: 8, make: (buffer) => new Float64Array(buffer) },
  I64: { bytes: 8, make: (buffer) => new BigInt64Array(buffer) },
  I32: { bytes: 4, make: (buffer) => new Int32Array(buffer) },
  U8: { bytes: 1, make: (buffer) => new Uint8Array(buffer) },
};

export const isDtype = (name: unknown): name is Dtype => typeof name === 'string' && Object.hasOwn(MAKERS, name);

export const dtypeNames = Object.keys(MAKERS).join(', ');

/** The lower it is, the earlier a tensor of this type stands in a file. */
export const rankOf = (dtype: Dtype): number => FILE_ORDER.indexOf(dtype);

export const bytesPerElement = (dtype: Dtype): number => MAKERS[dtype].bytes;

/** Copies, because the values in a file need not be aligned; not by `slice`, which of a Node Buffer makes no copy. */
export function valuesOf(dtype: Dtype, bytes: Uint8Array): TensorValues {
  return MAKERS[dtype].make(new Uint8Array(bytes).buffer);
}

export function dtypeOf(values: TensorValues): Dtype {
  if (values instanceof Float32Array) return 'F32';
  if (values instanceof Float64Array) return 'F64';
  if (values instanceof BigInt64Array) return 'I64';
  return values instanceof Int32Array ? 'I32' : 'U8';
}
