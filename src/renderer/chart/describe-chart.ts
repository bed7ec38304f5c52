import type { ZoneClock } from '../../shared/calendar/zone-clock.ts';
import type { Series } from '../../shared/domain/series.ts';
import type { ChartMode } from './chart-types.ts';
import { candleName, formatBarTime, zoneName } from './time/format-time.ts';

export interface ChartFacts {
  readonly series: Series;
  readonly level: number;
  /** Opening times of the first and the last bar in view; null: none is. */
  readonly visible: { readonly from: number; readonly to: number } | null;
  readonly labels: number;
  readonly predictions: number;
  readonly mode: ChartMode;
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** What the chart shows, in a sentence for those who cannot see it. */
export function describeChart(facts: ChartFacts, clock: ZoneClock): string {
  const { series, visible } = facts;
  const time = (utc: number): string => formatBarTime(utc, clock, series.timeframeMs);
  const range = visible === null ? 'no bars in view' : `from ${time(visible.from)} to ${time(visible.to)}, ${zoneName(clock.timeZone)} time`;
  const shown = [count(facts.labels, 'label'), ...(facts.predictions > 0 ? [count(facts.predictions, 'predicted span')] : [])].join(', ');
  const drag = facts.mode === 'label' ? 'Dragging marks a span.' : 'Dragging moves the bars.';
  return `Candlestick chart of ${series.symbol}, ${candleName(series.timeframeMs, facts.level)}, ${range}. ${shown} in view. ${drag}`;
}
