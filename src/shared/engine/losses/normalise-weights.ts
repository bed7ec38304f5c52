/** Weights that sum to 1, or null where all are 0: nothing in the batch describes this task. */
export function normaliseWeights(weights: Float32Array): { readonly weights: Float32Array; readonly total: number } | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? { weights: weights.map((weight) => weight / total), total } : null;
}
