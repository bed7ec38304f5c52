/** See ../kendall.ts. Slopes in the order of the tasks. */
export function arrayKendall(losses: readonly number[], logSigmas: readonly number[]): { readonly total: number; readonly byLoss: readonly number[]; readonly byLogSigma: readonly number[] } {
  const precisions = logSigmas.map((log) => Math.exp(-2 * log));
  return {
    total: losses.reduce((sum, loss, i) => sum + (loss * precisions[i]) / 2 + logSigmas[i], 0),
    byLoss: precisions.map((precision) => precision / 2),
    byLogSigma: losses.map((loss, i) => 1 - loss * precisions[i]),
  };
}
