/** Scales the gradient in place to the largest norm that is allowed (null: any), and returns its norm before. */
export function clipGradient(gradient: Float32Array, largest: number | null): number {
  const norm = euclideanNorm(gradient);
  if (largest !== null && norm > largest) {
    const factor = largest / norm;
    for (let i = 0; i < gradient.length; i++) gradient[i] *= factor;
  }
  return norm;
}

function euclideanNorm(values: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return Math.sqrt(sum);
}
