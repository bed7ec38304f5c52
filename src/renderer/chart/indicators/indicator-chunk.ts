import { calendarMarks } from '../../../shared/calendar/calendar-marks.ts';
import type { ZoneClock } from '../../../shared/calendar/zone-clock.ts';
import type { BarColumns } from '../../../shared/domain/bar.ts';
import { dayVwap } from '../../../shared/indicators/day-vwap.ts';
import { exponentialAverage } from '../../../shared/indicators/exponential-average.ts';
import { wilderRange } from '../../../shared/indicators/wilder-range.ts';
import { featureRows, type FeatureRows } from './feature-rows.ts';
import type { LineName } from './indicator-lines.ts';
import type { IndicatorWish } from './indicator-wish.ts';

/** The indicators of consecutive candles of one level; null: not wanted, or there are none on this level. */
export interface IndicatorChunk {
  /** [n] each; NaN where there is no value. */
  readonly lines: Readonly<Record<LineName, Float64Array | null>>;
  /** [n]: 1 where the VWAP begins a day. */
  readonly dayBegins: Uint8Array | null;
  readonly features: FeatureRows | null;
}

/** `lead`: candles that were read before those of the chunk. */
export interface ChunkBars {
  readonly bars: BarColumns;
  readonly lead: number;
}

/**
 * Averages and ranges are over candles, as on a chart of that timeframe, and the VWAP is that of the candles since the first that opens
 * on the day. Features are of single bars: training sees no others. clock: of the exchange, whatever zone the chart shows.
 */
export function indicatorChunk({ bars, lead }: ChunkBars, wish: IndicatorWish, clock: ZoneClock): IndicatorChunk {
  const vwap = wish.vwap ? dayVwap(bars, calendarMarks(bars.time, clock)) : null;
  const average = (period: number): Float64Array | null => (wish.ema ? exponentialAverage(bars.close, period).subarray(lead) : null);
  return {
    lines: { ema20: average(20), ema50: average(50), vwap: vwap?.value.subarray(lead) ?? null, atr: wish.atr ? wilderRange(bars, 14).subarray(lead) : null },
    dayBegins: vwap?.begins.subarray(lead) ?? null,
    features: wish.features === null ? null : featureRows(bars, lead, wish.features),
  };
}
