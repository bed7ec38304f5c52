import { inUnits } from './in-units.ts';

/** trend_p = (close - mean close of the last p bars) / ATR, in [-5, 5]. atr: [n]. Memory: p bars and the ATR's. */
export function trend(close: Float64Array, atr: Float64Array, period: number): Float64Array {
  return close.map((price, i) => {
    const from = Math.max(0, i - period + 1);
    let sum = 0;
    // Differences from the close itself keep the mean of a constant price exact.
    for (let k = from; k <= i; k++) sum += price - close[k];
    return inUnits(sum / (i - from + 1), atr[i], 5);
  });
}
