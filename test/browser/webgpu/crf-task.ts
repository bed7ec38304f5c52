import { randomValues } from '../../unit/engine/kernels/bilstm/random-task.ts';

export interface CrfTask {
  /** B, T, K. */
  readonly shape: readonly [number, number, number];
  /** [B,T,K] */
  readonly emissions: Float32Array;
  readonly start: Float32Array;
  readonly end: Float32Array;
  /** [K,K] */
  readonly transitions: Float32Array;
  /** [B,T] */
  readonly path: Uint8Array;
  /** [B], summing to 1 */
  readonly weights: Float32Array;
}

/** Emissions within +-`size`; of several windows the last does not count. */
export function randomCrfTask(shape: CrfTask['shape'], size: number, seed: number): CrfTask {
  const [batch, steps, tags] = shape;
  const fill = randomValues(seed);
  const floats = (count: number, scale: number): Float32Array => Float32Array.from(fill(count, scale));
  return {
    shape,
    emissions: floats(batch * steps * tags, size),
    start: floats(tags, 1),
    end: floats(tags, 1),
    transitions: floats(tags * tags, 2),
    path: Uint8Array.from(fill(batch * steps, 1), (value) => Math.floor(((value + 1) / 2) * tags)),
    weights: shares(batch),
  };
}

/** 1 : 2 : 3 ... : 0 */
function shares(batch: number): Float32Array {
  const counts = Array.from({ length: batch }, (_, i) => (i === 0 || i < batch - 1 ? i + 1 : 0));
  const total = counts.reduce((sum, count) => sum + count);
  return Float32Array.from(counts, (count) => count / total);
}
