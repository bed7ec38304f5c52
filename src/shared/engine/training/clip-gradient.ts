/** Scales the gradient in place to the largest norm that is allowed (null: any), and returns its norm before. */
export function clipGradient(gradient: Float32Array, largest: number | null): number {
  const norm = Math.sqrt(gradient.reduce((sum, value) => sum + value * value, 0));
  if (largest !== null && norm > largest) {
    const factor = largest / norm;
    for (let i = 0; i < gradient.length; i++) gradient[i] *= factor;
  }
  return norm;
}
