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

/** Emissions within +-`size`; the last window does not count. */
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
    weights: Float32Array.from({ length: batch }, (_, i) => (i === batch - 1 && batch > 1 ? 0 : (2 * (i + 1)) / (batch * (batch - (batch > 1 ? 1 : 0))))),
  };
}
