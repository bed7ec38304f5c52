import { clamp } from '../clamp.ts';
import type { Ohlc } from '../ohlc.ts';
import type { SwingTrace } from './hybrid-zigzag.ts';

/** Stands in for an ATR of zero, as published. */
const SMALLEST_ATR = 1e-8;

/** Four columns, [n] each. */
export interface SwingDistances {
  readonly toHigh: Float64Array;
  readonly toLow: Float64Array;
  readonly sinceHigh: Float64Array;
  readonly sinceLow: Float64Array;
}

/**
 * dist_to_prev_SH = (swing high - close) / ATR and dist_to_prev_SL = (close - swing low) / ATR in [-3, 3], in ATR;
 * bars_since_SH_norm and bars_since_SL_norm = bars since that extreme / window length in [0, 3]. 0 while there is no swing.
 * Source: moola, zigzag.py (`swing_relative`).
 */
export function swingDistances(bars: Ohlc, atr: Float64Array, swings: SwingTrace, windowLength: number): SwingDistances {
  const count = bars.close.length;
  const columns = { toHigh: new Float64Array(count), toLow: new Float64Array(count), sinceHigh: new Float64Array(count), sinceLow: new Float64Array(count) };
  for (let i = 0; i < count; i++) {
    const unit = atr[i] === 0 ? SMALLEST_ATR : atr[i];
    if (swings.highIndex[i] >= 0) {
      columns.toHigh[i] = clamp((swings.highPrice[i] - bars.close[i]) / unit, -3, 3);
      columns.sinceHigh[i] = clamp((i - swings.highIndex[i]) / windowLength, 0, 3);
    }
    if (swings.lowIndex[i] >= 0) {
      columns.toLow[i] = clamp((bars.close[i] - swings.lowPrice[i]) / unit, -3, 3);
      columns.sinceLow[i] = clamp((i - swings.lowIndex[i]) / windowLength, 0, 3);
    }
  }
  return columns;
}
