import type { Ohlc } from '../ohlc.ts';
import { inUnits } from './in-units.ts';

/** body_atr = (close - open) / ATR, in [-5, 5]. atr: [n]. */
export function bodyInAtr(bars: Ohlc, atr: Float64Array): Float64Array {
  return atr.map((unit, i) => inUnits(bars.close[i] - bars.open[i], unit, 5));
}

/** range_atr = (high - low) / ATR, in [0, 5]. atr: [n]. */
export function rangeInAtr(bars: Ohlc, atr: Float64Array): Float64Array {
  return atr.map((unit, i) => inUnits(bars.high[i] - bars.low[i], unit, 5));
}

/** close_place = (2 close - high - low) / (high - low), in [-1, 1]: 1 at the high; 0 for a bar without range. */
export function closePlace(bars: Ohlc): Float64Array {
  return bars.close.map((close, i) => inUnits(2 * close - bars.high[i] - bars.low[i], bars.high[i] - bars.low[i], 1));
}
