import { inUnits } from './in-units.ts';

/**
 * log_return = ln(close / previous close) over the root mean square of the last `period` such returns, in [-5, 5].
 * 0 for the first bar and where a price is not positive. Memory: period + 1 bars.
 */
export function logReturn(close: Float64Array, period: number): Float64Array {
  const returns = close.map((price, i) => (i > 0 && price > 0 && close[i - 1] > 0 ? Math.log(price / close[i - 1]) : 0));
  return returns.map((value, i) => {
    const from = Math.max(0, i - period + 1);
    let squares = 0;
    for (let k = from; k <= i; k++) squares += returns[k] * returns[k];
    return inUnits(value, Math.sqrt(squares / (i - from + 1)), 5);
  });
}
