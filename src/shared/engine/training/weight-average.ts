/**
 * Moves the running average of the weights towards them, in place. In the first steps the decay is (1 + n)/(10 + n), so
 * that the average is not held back by the untrained weights. `step`: 1 for the first.
 */
export function averageWeights(average: Float32Array, weights: Float32Array, decay: number, step: number): void {
  const kept = Math.min(decay, (1 + step) / (10 + step));
  for (let i = 0; i < average.length; i++) average[i] = kept * average[i] + (1 - kept) * weights[i];
}
