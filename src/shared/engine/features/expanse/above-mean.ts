/** close - mean close of the last `period` bars, of fewer at the start. In the quote unit. Memory: period bars. */
export function aboveMean(close: Float64Array, period: number): Float64Array {
  return close.map((price, i) => {
    const from = Math.max(0, i - period + 1);
    let sum = 0;
    // Differences from the close itself keep the mean of a constant price exact.
    for (let k = from; k <= i; k++) sum += price - close[k];
    return sum / (i - from + 1);
  });
}
