/**
 * How often each position of a window is labelled: a predictor that never looks at a bar, and the least that a model has
 * to beat. target: [windows * length] -> [length]; zeros where there is no window.
 */
export function positionPrior(target: Float32Array | Uint8Array, length: number): Float32Array {
  const windows = Math.floor(target.length / length);
  const sums = new Float64Array(length);
  for (let i = 0; i < windows * length; i++) {
    if (target[i] > 0.5) sums[i % length]++;
  }
  return Float32Array.from(sums, (sum) => (windows === 0 ? 0 : sum / windows));
}

/** The prior laid under every window. prior: [length] -> [windows * length] */
export function repeatPrior(prior: Float32Array, windows: number): Float32Array {
  const repeated = new Float32Array(prior.length * windows);
  for (let n = 0; n < windows; n++) repeated.set(prior, n * prior.length);
  return repeated;
}
