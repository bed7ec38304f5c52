/** The smallest value that at least this share of them does not exceed (nearest rank); NaN: there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The usual ones of what was timed, in the unit of the values. */
export function percentiles(values: readonly number[]): { readonly p50: number; readonly p95: number; readonly p99: number } {
  return { p50: percentile(values, 0.5), p95: percentile(values, 0.95), p99: percentile(values, 0.99) };
}
