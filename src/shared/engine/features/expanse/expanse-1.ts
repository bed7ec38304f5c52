import type { Ohlc } from '../ohlc.ts';
import { averageTrueRange } from './average-true-range.ts';
import { bodyInAtr, closePlace, rangeInAtr } from './candle.ts';
import { displacement } from './displacement.ts';
import { logReturn } from './log-return.ts';
import { pathEfficiency } from './path-efficiency.ts';
import { swingColumns } from './swing-columns.ts';
import { trend } from './trend.ts';
import { volatilityRegime } from './volatility-regime.ts';

const DISPLACEMENT_HORIZONS = [2, 4, 8, 16] as const;
const EFFICIENCY_HORIZONS = [4, 8, 16] as const;
const SHORT_ATR = 5;
const SWING_ATR = 20;
/** Long against an expansion, so that an expansion stands out from its own unit. */
export const LONG_ATR = 60;
const TREND_PERIOD = 30;
const SWINGS = { prominence: 2, reach: 80 };

export const EXPANSE_1_NAMES: readonly string[] = [
  'log_return',
  'body_atr',
  'range_atr',
  'close_place',
  ...DISPLACEMENT_HORIZONS.map((horizon) => `displacement_${horizon}`),
  ...EFFICIENCY_HORIZONS.map((horizon) => `path_efficiency_${horizon}`),
  'volatility_regime',
  `trend_${TREND_PERIOD}`,
  'swing_high_atr',
  'swing_low_atr',
  'swing_high_age',
  'swing_low_age',
  'leg',
];

/**
 * The corrected set: displacement over several horizons in ATR units, path efficiency, volatility regime, trend, log return
 * and swings confirmed by k x ATR only. Causal, scale-free, and of bounded memory (181 bars, from the swings), so that after
 * 200 warm-up bars no value depends on where the pass began. -> columns in the order of EXPANSE_1_NAMES, [n] each.
 */
export function expanse1(bars: Ohlc): Float64Array[] {
  const unit = averageTrueRange(bars, LONG_ATR);
  const swings = swingColumns(bars, averageTrueRange(bars, SWING_ATR), SWINGS);
  return [
    logReturn(bars.close, LONG_ATR),
    bodyInAtr(bars, unit),
    rangeInAtr(bars, unit),
    closePlace(bars),
    ...DISPLACEMENT_HORIZONS.map((horizon) => displacement(bars.close, unit, horizon)),
    ...EFFICIENCY_HORIZONS.map((horizon) => pathEfficiency(bars.close, horizon)),
    volatilityRegime(averageTrueRange(bars, SHORT_ATR), unit),
    trend(bars.close, unit, TREND_PERIOD),
    swings.toHigh,
    swings.toLow,
    swings.sinceHigh,
    swings.sinceLow,
    swings.leg,
  ];
}
