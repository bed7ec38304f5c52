import type { Ohlc } from '../ohlc.ts';
import { candleShape } from './candle-shape.ts';
import { hybridZigzag, type SwingTrace } from './hybrid-zigzag.ts';
import { rollingRangeMean } from './rolling-range-mean.ts';
import { relativityColumns } from './relativity-columns.ts';
import { swingDistances } from './swing-distances.ts';

export const RELATIVITY_NAMES = [
  'open_norm',
  'close_norm',
  'body_pct',
  'upper_wick_pct',
  'lower_wick_pct',
  'range_z',
  'dist_to_prev_SH',
  'dist_to_prev_SL',
  'bars_since_SH_norm',
  'bars_since_SL_norm',
  'expansion_proxy',
  'consol_proxy',
] as const;

const ATR_PERIOD = 10;
/** Stands in for a range of zero; an absolute price, as published. */
const SMALLEST_RANGE = 1e-6;
const ZIGZAG = { confirmAtr: 1.2, hybridAtr: 0.5, hybridBars: 5 };

/** Timesteps at the start of a window that the published study marks as warm-up. */
export const RELATIVITY_WARM_UP = 15;

/** The swings that the features below see, with their ATR. */
export function relativitySwings(bars: Ohlc): { readonly atr: Float64Array; readonly swings: SwingTrace } {
  const atr = rollingRangeMean(bars, ATR_PERIOD);
  return { atr, swings: hybridZigzag(bars, atr, ZIGZAG) };
}

/**
 * The twelve published features in one causal pass that starts at the first bar given, faults included, because a comparison
 * needs the original. -> columns in the order of RELATIVITY_NAMES, [n] each. Source: HeinekenBottle/moola at b15a26fc,
 * src/moola/features/relativity.py.
 */
export function relativity(bars: Ohlc, windowLength: number): Float64Array[] {
  const { atr, swings } = relativitySwings(bars);
  const shape = candleShape(bars, SMALLEST_RANGE);
  const distances = swingDistances(bars, atr, swings, windowLength);
  return relativityColumns(shape, distances, swings.trend);
}
