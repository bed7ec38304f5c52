import { CandlestickSeries, createChartEx, type IChartApiBase, type IHorzScaleBehavior, type IPriceLine, type ISeriesApi, type Logical, type LogicalRange, type Time } from 'lightweight-charts';
import type { ZoneClock } from '../../shared/calendar/zone-clock.ts';
import type { BarColumns } from '../../shared/domain/bar.ts';
import type { Series } from '../../shared/domain/series.ts';
import { finerTick, priceTick, roundToTick } from '../../shared/indicators/price-tick.ts';
import { candleOptions, fixedOptions, themeOptions } from './chart-options.ts';
import type { ChartTheme } from './chart-theme.ts';
import { BarAxis } from './geometry/bar-axis.ts';
import type { BarView } from './paging/bar-view.ts';
import { levelFactor } from './paging/choose-level.ts';
import type { LoadedBars } from './paging/loaded-bars.ts';
import type { ViewScreen } from './paging/view-keeper.ts';
import { candleData, chartTime } from './panes/candle-data.ts';
import { PaneStack } from './panes/pane-stack.ts';
import { zonedTimeScale } from './time/zoned-time-scale.ts';

/** lightweight-charts with its candles. Everything that it calls logical or in seconds stays in here. */
export class ChartCanvas implements ViewScreen {
  readonly chart: IChartApiBase<Time>;
  readonly candles: ISeriesApi<'Candlestick'>;
  readonly panes: PaneStack;
  readonly #series: Series;
  /** Never seen. */
  readonly #bell: IPriceLine;
  #theme: ChartTheme;
  #loaded: LoadedBars | null = null;
  /** Of all bars that were loaded so far; null: of none yet. */
  #tick: number | null = null;

  constructor(host: HTMLElement, series: Series, clock: ZoneClock, theme: ChartTheme) {
    this.#series = series;
    this.#theme = theme;
    this.chart = createChartEx<Time, IHorzScaleBehavior<Time>>(host, zonedTimeScale(clock), fixedOptions(clock, series));
    this.panes = new PaneStack(this.chart);
    this.candles = this.chart.addSeries(CandlestickSeries, candleOptions(theme, series.priceDecimals, null));
    this.#bell = this.candles.createPriceLine({ price: 0, lineVisible: false, axisLabelVisible: false });
    this.restyle(theme);
  }

  get loaded(): LoadedBars | null {
    return this.#loaded;
  }

  /** The last loaded bar is the last one of its level. */
  get reachesEnd(): boolean {
    const loaded = this.#loaded;
    return loaded !== null && (loaded.from + loaded.bars.time.length) * levelFactor(loaded.level) >= this.#series.barCount;
  }

  restyle(theme: ChartTheme): void {
    this.#theme = theme;
    this.chart.applyOptions(themeOptions(theme));
    this.candles.applyOptions(candleOptions(theme, this.#series.priceDecimals, this.#tick));
  }

  /**
   * Draws everything anew with the next frame, scales as they are. What the library offers primitives for this computes all
   * scales and then draws a second frame; a change of a price line draws, and that is all.
   */
  redraw(): void {
    this.#bell.applyOptions({});
  }

  width(): number {
    return this.chart.timeScale().width();
  }

  /** The part of the view that lies left of x. The library leaves the rightmost pixel of the pane free. */
  partLeftOf(x: number): number {
    return (x + 1) / this.width();
  }

  /** Of the pane of the candles, in CSS pixels. */
  candleHeight(): number {
    return this.chart.panes()[0].getHeight();
  }

  /** At so many CSS pixels from the top, within the candles, on the nearest tick; null: they have no scale yet. */
  priceAt(y: number): number | null {
    const price = this.candles.coordinateToPrice(Math.min(Math.max(y, 0), this.candleHeight()));
    return price === null || this.#tick === null ? price : roundToTick(price, this.#tick);
  }

  /** CSS pixels from the top of the candles; null: they have no scale yet. */
  readonly yOf = (price: number): number | null => this.candles.priceToCoordinate(price);

  setBars(loaded: LoadedBars): void {
    this.#loaded = loaded;
    this.#followTick(loaded.bars);
    this.candles.setData(candleData(loaded.bars));
  }

  /** Prices that were not seen before can only make it finer. */
  #followTick(bars: BarColumns): void {
    const { priceDecimals } = this.#series;
    const [before, now] = [this.#tick, priceTick(bars, priceDecimals)];
    this.#tick = before === null ? now : finerTick(before, now, priceDecimals);
    if (this.#tick !== before) this.candles.applyOptions(candleOptions(this.#theme, priceDecimals, this.#tick));
  }

  setView(view: BarView): void {
    this.chart.timeScale().setVisibleLogicalRange({ from: view.from, to: view.to - 1 });
  }

  /** The view that the library shows, counted from the first loaded bar. */
  shownView(range: LogicalRange): BarView {
    return { from: range.from, to: range.to + 1 };
  }

  /** Where the bars stand now; null before there are any. */
  readonly axis = (): BarAxis | null => {
    const loaded = this.#loaded;
    if (loaded === null || loaded.bars.time.length === 0) return null;
    const scale = this.chart.timeScale();
    const origin = scale.logicalToCoordinate(0 as Logical);
    // Any two whole indices give the spacing; far apart ones give it without loss of digits.
    const far = scale.logicalToCoordinate(1024 as Logical);
    if (origin === null || far === null) return null;
    return new BarAxis({
      times: loaded.bars.time,
      origin,
      spacing: (far - origin) / 1024,
      width: scale.width(),
      barsPerCandle: levelFactor(loaded.level),
      reachesEnd: this.reachesEnd,
    });
  };

  /** Puts the crosshair on a bar while the library itself is kept from the pointer. */
  pointAt(index: number): void {
    const bars = this.#loaded?.bars;
    if (bars !== undefined) this.chart.setCrosshairPosition(bars.close[index], chartTime(bars.time[index]), this.candles);
  }

  dispose(): void {
    this.#loaded = null;
    this.chart.remove();
  }
}
