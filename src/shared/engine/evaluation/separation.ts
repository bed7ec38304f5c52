import type { Separation } from '../../domain/evaluation.ts';
import { separationSums } from './sums/separation-sums.ts';
import { totalFigures } from './sums/window-sums.ts';

/**
 * Mean probability of labelled bars, of all others, and their difference; the mean of no bars is 0.
 * probability, target: [n]
 */
export function separation(probability: Float32Array, target: Float32Array | Uint8Array): Separation {
  return totalFigures(separationSums({ length: Math.max(1, target.length), probability, target }));
}
