/**
 * Exponential moving average over `period` values, in their unit: e[i] = e[i-1] + 2 / (period + 1) * (x[i] - e[i-1]), begun at value
 * period - 1 with the mean of the first `period`. NaN before that: the warm-up. Source: the definition of TA-Lib and of most chart
 * programs; they differ in the beginning alone, which each further value shrinks by (period - 1) / (period + 1). values: [n]. -> [n]
 */
export function exponentialAverage(values: Float64Array, period: number): Float64Array {
  return recursiveAverage(values, period, 2 / (period + 1));
}

/** Begun with a plain mean, then each value with the weight `share`. values: [n]. -> [n], NaN for the first period - 1. */
export function recursiveAverage(values: Float64Array, period: number, share: number): Float64Array {
  const average = new Float64Array(values.length).fill(NaN);
  if (values.length < period) return average;
  let current = values.subarray(0, period).reduce((sum, value) => sum + value, 0) / period;
  average[period - 1] = current;
  for (let i = period; i < values.length; i++) {
    current += share * (values[i] - current);
    average[i] = current;
  }
  return average;
}
