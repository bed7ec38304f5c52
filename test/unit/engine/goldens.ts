import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect } from 'vitest';
import { readSafetensors } from '../../../src/shared/engine/safetensors/read-safetensors.ts';
import type { NamedArrays } from '../../../src/shared/engine/safetensors/tensor-data.ts';

const folder = resolve('../shared/goldens');

const absent = existsSync(folder) ? null : `no golden vectors at ${folder}`;

/** Tests against PyTorch's numbers; where those are absent they are skipped, and their title says why. */
export function describeGoldens(title: string, body: () => void): void {
  describe.skipIf(absent !== null)(absent === null ? title : `${title} (skipped: ${absent})`, body);
}

export const goldenBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(`${folder}/${name}`));

export const goldenJson = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));

/** The same case as PyTorch computes it in float32 and in float64. */
export interface GoldenPair {
  readonly f32: NamedArrays;
  readonly f64: NamedArrays;
}

export function readPair(name: string): GoldenPair {
  return { f32: readSafetensors(goldenBytes(`${name}_f32.safetensors`)), f64: readSafetensors(goldenBytes(`${name}_f64.safetensors`)) };
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

/** The tolerance that the goldens' README gives a float32 implementation, per tensor. */
export function expectLikeFloat32(actual: ArrayLike<number>, { f32, f64 }: GoldenPair, name: string): void {
  const exact = numbers(f64, name);
  const allowed = 4 * largestDifference(numbers(f32, name), exact) + 1e-6;
  expect(largestDifference(actual, exact), `${name}, largest difference to float64`).toBeLessThanOrEqual(allowed);
}
