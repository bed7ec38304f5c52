import { randomUniform } from '../model/counter-random.ts';
import type { TrainPart } from './train-data.ts';

/** A row for each of the windows: one of its variants, drawn by the stream `key` and the window, so that no order matters. */
export function drawVariants({ windows, variants = 1 }: Pick<TrainPart, 'windows' | 'variants'>, indices: Int32Array, key: number): Int32Array {
  if (variants === 1) return indices;
  return indices.map((window) => Math.floor(randomUniform(key, window) * variants) * windows + window);
}
