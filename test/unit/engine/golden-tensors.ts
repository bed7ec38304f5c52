import type { NamedArrays } from '../../../src/shared/engine/safetensors/tensor-data.ts';

/** The same case as PyTorch computes it in float32 and in float64. */
export interface GoldenPair {
  readonly f32: NamedArrays;
  readonly f64: NamedArrays;
}

export function numbers(tensors: NamedArrays, name: string): Float64Array {
  const tensor = tensors.get(name);
  if (tensor === undefined) throw new Error(`no tensor ${name}`);
  return Float64Array.from(tensor.data as ArrayLike<number | bigint>, Number);
}

/** Largest difference; Infinity where lengths differ or a value is NaN. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i]! - b[i]!);
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Infinity : difference;
  }
  return largest;
}
