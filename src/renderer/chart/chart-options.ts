import { ColorType, CrosshairMode, LineStyle, TickMarkType, type CandlestickSeriesPartialOptions, type DeepPartial, type TimeChartOptions, type UTCTimestamp } from 'lightweight-charts';
import type { ZoneClock } from '../../shared/calendar/zone-clock.ts';
import type { Series } from '../../shared/domain/series.ts';
import { CHART_FONT, type ChartTheme } from './chart-theme.ts';
import { formatBarTime, formatTick, type TickKind } from './time/format-time.ts';

/** Wide enough for most prices, so that the pane does not change its width while one pans. */
const PRICE_SCALE_WIDTH = 72;
/** Below a level's narrowest candles, so that the view alone decides. */
const MIN_BAR_SPACING = 0.05;

/** Share of the pane's height under the candles. */
const ROOM_FOR_VOLUME = 0.2;

const TICK_KINDS: Readonly<Record<TickMarkType, TickKind>> = {
  [TickMarkType.Year]: 'year',
  [TickMarkType.Month]: 'month',
  [TickMarkType.DayOfMonth]: 'day',
  [TickMarkType.Time]: 'time',
  [TickMarkType.TimeWithSeconds]: 'time',
};

/** Everything that stays for the life of a chart. Panning and zooming by mouse are ours: see pointer-input.ts. */
export function fixedOptions(clock: ZoneClock, { timeframeMs, hasVolume }: Pick<Series, 'timeframeMs' | 'hasVolume'>): DeepPartial<TimeChartOptions> {
  return {
    autoSize: true,
    // The logo brings an inline style sheet, which the content security policy forbids; Chart.tsx shows the link itself.
    layout: { attributionLogo: false, fontFamily: CHART_FONT, fontSize: 12 },
    // Given always: with a POSIX locale the library's own choice is no valid language tag.
    localization: { locale: 'en-GB', timeFormatter: (time: unknown) => formatBarTime((time as UTCTimestamp) * 1000, clock, timeframeMs) },
    crosshair: { mode: CrosshairMode.Normal },
    rightPriceScale: { minimumWidth: PRICE_SCALE_WIDTH, scaleMargins: { top: 0.14, bottom: hasVolume ? ROOM_FOR_VOLUME : 0.08 } },
    timeScale: {
      timeVisible: true,
      secondsVisible: timeframeMs < 60_000,
      minBarSpacing: MIN_BAR_SPACING,
      shiftVisibleRangeOnNewBar: false,
      tickMarkFormatter: (time: unknown, kind: TickMarkType) => formatTick((time as UTCTimestamp) * 1000, TICK_KINDS[kind], clock, timeframeMs),
    },
    handleScroll: { mouseWheel: false, pressedMouseMove: false, horzTouchDrag: true, vertTouchDrag: false },
    handleScale: { mouseWheel: false, pinch: true, axisPressedMouseMove: { time: false, price: true }, axisDoubleClickReset: { time: false, price: true } },
    kineticScroll: { mouse: false, touch: false },
  };
}

export function themeOptions(theme: ChartTheme): DeepPartial<TimeChartOptions> {
  const line = { color: theme.crosshair, style: LineStyle.Dotted, labelBackgroundColor: theme.crosshairLabel };
  return {
    layout: {
      background: { type: ColorType.Solid, color: theme.background },
      textColor: theme.text,
      panes: { separatorColor: theme.border, separatorHoverColor: theme.grid },
    },
    grid: { vertLines: { color: theme.grid }, horzLines: { color: theme.grid } },
    crosshair: { vertLine: line, horzLine: line },
    rightPriceScale: { borderColor: theme.border },
    timeScale: { borderColor: theme.border },
  };
}

/**
 * Up candles are hollow, down candles filled: told apart without colour. tick: a whole part of 1, or whole; null: not known yet. Labels
 * of the library would repeat with a tick above 1, so that whole ones are left to the decimals.
 */
export function candleOptions(theme: ChartTheme, priceDecimals: number, tick: number | null): CandlestickSeriesPartialOptions {
  return {
    upColor: theme.background,
    downColor: theme.down,
    borderUpColor: theme.up,
    borderDownColor: theme.down,
    wickUpColor: theme.up,
    wickDownColor: theme.down,
    priceLineVisible: false,
    lastValueVisible: false,
    priceFormat: { type: 'price', precision: priceDecimals, minMove: tick !== null && tick < 1 ? tick : 10 ** -priceDecimals },
  };
}
