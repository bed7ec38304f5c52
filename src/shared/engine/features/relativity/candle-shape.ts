import { clamp } from '../clamp.ts';
import type { Ohlc } from '../ohlc.ts';

const RANGE_EMA_PERIOD = 20;

/** Six columns, [n] each, without unit. */
export interface CandleShape {
  readonly openNorm: Float64Array;
  readonly closeNorm: Float64Array;
  readonly bodyPct: Float64Array;
  readonly upperWickPct: Float64Array;
  readonly lowerWickPct: Float64Array;
  readonly rangeZ: Float64Array;
}

/**
 * Shape of each bar relative to its range r = max(high - low, smallestRange):
 * open_norm = (open - low) / r and close_norm = (close - low) / r in [0, 1]; body_pct = (close - open) / r in [-1, 1];
 * upper_wick_pct = (high - max(open, close)) / r and lower_wick_pct = (min(open, close) - low) / r in [0, 1];
 * range_z = (high - low) / EMA20(high - low) in [0, 3]. Only range_z looks back. Source: moola, relativity.py (`candle_shape`).
 */
export function candleShape(bars: Ohlc, smallestRange: number): CandleShape {
  const count = bars.close.length;
  const column = (): Float64Array => new Float64Array(count);
  const shape = { openNorm: column(), closeNorm: column(), bodyPct: column(), upperWickPct: column(), lowerWickPct: column(), rangeZ: column() };
  const meanRange = rangeEma(bars);
  for (let i = 0; i < count; i++) {
    const [open, high, low, close] = [bars.open[i], bars.high[i], bars.low[i], bars.close[i]];
    const range = Math.max(high - low, smallestRange);
    shape.openNorm[i] = clamp((open - low) / range, 0, 1);
    shape.closeNorm[i] = clamp((close - low) / range, 0, 1);
    shape.bodyPct[i] = clamp((close - open) / range, -1, 1);
    shape.upperWickPct[i] = clamp((high - Math.max(open, close)) / range, 0, 1);
    shape.lowerWickPct[i] = clamp((Math.min(open, close) - low) / range, 0, 1);
    shape.rangeZ[i] = clamp((high - low) / Math.max(meanRange[i], smallestRange), 0, 3);
  }
  return shape;
}

function rangeEma(bars: Ohlc): Float64Array {
  const alpha = 2 / (RANGE_EMA_PERIOD + 1);
  const ema = new Float64Array(bars.close.length);
  for (let i = 0; i < ema.length; i++) {
    const range = bars.high[i] - bars.low[i];
    ema[i] = i === 0 ? range : alpha * range + (1 - alpha) * ema[i - 1];
  }
  return ema;
}
