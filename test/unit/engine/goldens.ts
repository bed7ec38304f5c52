import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect } from 'vitest';
import { readSafetensors } from '../../../src/shared/engine/safetensors/read-safetensors.ts';
import { largestDifference, numbers, type GoldenPair } from './golden-tensors.ts';

const folder = resolve('../shared/goldens');

const absent = existsSync(folder) ? null : `no golden vectors at ${folder}`;

/** Tests against PyTorch's numbers; where those are absent they are skipped, and their title says why. */
export function describeGoldens(title: string, body: () => void): void {
  describe.skipIf(absent !== null)(absent === null ? title : `${title} (skipped: ${absent})`, body);
}

export const goldenBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(`${folder}/${name}`));

export const goldenJson = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));

export function readPair(name: string): GoldenPair {
  return { f32: readSafetensors(goldenBytes(`${name}_f32.safetensors`)), f64: readSafetensors(goldenBytes(`${name}_f64.safetensors`)) };
}

/** The tolerance that the goldens' README gives a float32 implementation, per tensor. */
export function expectLikeFloat32(actual: ArrayLike<number>, { f32, f64 }: GoldenPair, name: string): void {
  const exact = numbers(f64, name);
  const allowed = 4 * largestDifference(numbers(f32, name), exact) + 1e-6;
  expect(largestDifference(actual, exact), `${name}, largest difference to float64`).toBeLessThanOrEqual(allowed);
}
