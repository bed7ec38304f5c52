import type { ZoneClock } from '../../../shared/calendar/zone-clock.ts';
import type { Series } from '../../../shared/domain/series.ts';
import { candleName, formatBarTime, zoneName } from '../time/format-time.ts';
import { levelFactor } from '../paging/choose-level.ts';
import type { LoadedBars } from '../paging/loaded-bars.ts';

/** The texts of the legend for one bar. */
export interface BarReadout {
  readonly symbol: string;
  readonly candle: string;
  readonly time: string;
  readonly zone: string;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  /** Against the close of the bar before, or its own open where that bar is not loaded: in points, and as a share. */
  readonly change: string;
  /** null: the close before was 0. */
  readonly changeShare: string | null;
  readonly direction: 'up' | 'down' | 'flat';
  /** null: the bar has none. */
  readonly volume: string | null;
  /** Place in the series, from 1. */
  readonly number: string;
}

const counts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

export function barReadout(loaded: LoadedBars, index: number, series: Series, clock: ZoneClock): BarReadout {
  const { bars } = loaded;
  const price = (value: number): string => value.toFixed(series.priceDecimals);
  const change = bars.close[index] - (index > 0 ? bars.close[index - 1] : bars.open[index]);
  return {
    symbol: series.symbol,
    candle: candleName(series.timeframeMs, loaded.level),
    time: formatBarTime(bars.time[index], clock, series.timeframeMs),
    zone: zoneName(clock.timeZone),
    open: price(bars.open[index]),
    high: price(bars.high[index]),
    low: price(bars.low[index]),
    close: price(bars.close[index]),
    change: `${signOf(change)}${Math.abs(change).toFixed(series.priceDecimals)}`,
    changeShare: shareText(change, bars.close[index] - change),
    direction: change > 0 ? 'up' : change < 0 ? 'down' : 'flat',
    volume: series.hasVolume && !Number.isNaN(bars.volume[index]) ? counts.format(bars.volume[index]) : null,
    number: numberText(loaded, index, series.barCount),
  };
}

const signOf = (change: number): string => (change > 0 ? '+' : change < 0 ? '−' : '');

/** +0.03 % */
function shareText(change: number, before: number): string | null {
  return before === 0 ? null : `${signOf(change)}${Math.abs((change / before) * 100).toFixed(2)} %`;
}

/** 1,234 or, for a candle of several bars, 1,233–1,240 */
function numberText(loaded: LoadedBars, index: number, total: number): string {
  const factor = levelFactor(loaded.level);
  const first = (loaded.from + index) * factor + 1;
  const last = Math.min(total, first + factor - 1);
  return first === last ? counts.format(first) : `${counts.format(first)}–${counts.format(last)}`;
}
