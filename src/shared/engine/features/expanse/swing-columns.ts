import type { Ohlc } from '../ohlc.ts';
import { inUnits } from './in-units.ts';
import { prominentSwings, type KnownSwings, type SwingRule } from './prominent-swings.ts';

/** Five columns, [n] each. */
export interface SwingColumns {
  readonly toHigh: Float64Array;
  readonly toLow: Float64Array;
  readonly sinceHigh: Float64Array;
  readonly sinceLow: Float64Array;
  readonly leg: Float64Array;
}

/**
 * swing_high_atr = (swing high - close) / ATR and swing_low_atr = (close - swing low) / ATR, in [-5, 5];
 * swing_high_age and swing_low_age = bars since the extreme / reach, in [0, 1], 1 where none is known;
 * leg = 1 after a confirmed low, -1 after a confirmed high, 0 where none is known. atr: [n].
 */
export function swingColumns(bars: Ohlc, atr: Float64Array, rule: SwingRule): SwingColumns {
  const highs = prominentSwings(bars, atr, 1, rule);
  const lows = prominentSwings(bars, atr, -1, rule);
  return {
    toHigh: atr.map((unit, i) => (highs.index[i] < 0 ? 0 : inUnits(bars.high[highs.index[i]] - bars.close[i], unit, 5))),
    toLow: atr.map((unit, i) => (lows.index[i] < 0 ? 0 : inUnits(bars.close[i] - bars.low[lows.index[i]], unit, 5))),
    sinceHigh: age(highs, rule.reach),
    sinceLow: age(lows, rule.reach),
    leg: atr.map((_, i) => Math.sign(lows.confirmedAt[i] - highs.confirmedAt[i])),
  };
}

function age(swings: KnownSwings, reach: number): Float64Array {
  return Float64Array.from(swings.index, (swing, i) => (swing < 0 ? 1 : (i - swing) / reach));
}
