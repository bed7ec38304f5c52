import { clamp } from '../clamp.ts';
import { inUnits } from '../expanse/in-units.ts';
import { prominentSwings, type KnownSwings, type SwingRule } from '../expanse/prominent-swings.ts';
import type { Ohlc } from '../ohlc.ts';
import type { SwingDistances } from './swing-distances.ts';

/** Four columns as published, and the direction of the leg, [n] each. */
export interface ConfirmedSwingDistances extends SwingDistances {
  /** 1 after a confirmed low, -1 after a confirmed high, 0 where none is known. */
  readonly leg: Int8Array;
}

/**
 * dist_to_prev_SH = (swing high - close) / ATR and dist_to_prev_SL = (close - swing low) / ATR in [-3, 3], in ATR;
 * bars_since_SH_norm and bars_since_SL_norm = bars since that extreme / window length in [0, 3]. Unlike the published ones
 * they see swings confirmed by k x ATR only, and where no swing is known within reach the age is the reach, not 0: "long
 * ago" and "just now" are not the same. atr: [n].
 */
export function confirmedSwingDistances(bars: Ohlc, atr: Float64Array, rule: SwingRule, windowLength: number): ConfirmedSwingDistances {
  const highs = prominentSwings(bars, atr, 1, rule);
  const lows = prominentSwings(bars, atr, -1, rule);
  const since = ({ index }: KnownSwings): Float64Array =>
    Float64Array.from(index, (swing, i) => clamp((swing < 0 ? rule.reach : i - swing) / windowLength, 0, 3));
  return {
    toHigh: atr.map((unit, i) => (highs.index[i] < 0 ? 0 : inUnits(bars.high[highs.index[i]] - bars.close[i], unit, 3))),
    toLow: atr.map((unit, i) => (lows.index[i] < 0 ? 0 : inUnits(bars.close[i] - bars.low[lows.index[i]], unit, 3))),
    sinceHigh: since(highs),
    sinceLow: since(lows),
    leg: Int8Array.from(highs.confirmedAt, (at, i) => Math.sign(lows.confirmedAt[i] - at)),
  };
}
