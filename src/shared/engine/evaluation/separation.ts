import type { Separation } from '../../domain/evaluation.ts';

/**
 * Mean probability of labelled bars, of all others, and their difference; the mean of no bars is 0.
 * probability, target: [n]
 */
export function separation(probability: Float32Array, target: Float32Array | Uint8Array): Separation {
  const sums = [0, 0];
  const counts = [0, 0];
  for (let i = 0; i < target.length; i++) {
    const side = target[i] > 0.5 ? 1 : 0;
    sums[side] += probability[i];
    counts[side]++;
  }
  const outMean = counts[0] === 0 ? 0 : sums[0] / counts[0];
  const inMean = counts[1] === 0 ? 0 : sums[1] / counts[1];
  return { inMean, outMean, separation: inMean - outMean };
}
