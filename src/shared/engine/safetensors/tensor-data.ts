/** A tensor outside of any back end: row-major values and their shape; a scalar has the shape []. */
export interface NamedArray<Values extends TensorValues = TensorValues> {
  readonly shape: readonly number[];
  readonly data: Values;
}

export type TensorValues = Float32Array | Float64Array | BigInt64Array | Int32Array | Uint8Array;

/** By name, in the order of the file. */
export type NamedArrays = ReadonlyMap<string, NamedArray>;

export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, length) => size * length, 1);
