import { BaselineSeries, LineSeries, LineStyle, LineType, type BaselineData, type BaselineSeriesPartialOptions, type IChartApiBase, type IPaneApi, type IPriceLine, type ISeriesApi, type LineData, type LineSeriesPartialOptions, type Time, type WhitespaceData } from 'lightweight-charts';
import type { ChartPrediction } from '../chart-types.ts';
import { wash, type ChartTheme } from '../chart-theme.ts';
import { chartTime } from './candle-data.ts';
import { probabilityPerBar } from './probability-data.ts';

/** Share of the chart's height, against 1 for the candles. */
const STRETCH = 0.24;

/** Probability per bar under the candles, stronger where it passes the threshold; that of a second run as a dotted line over it. */
export class ProbabilityPane {
  readonly #chart: IChartApiBase<Time>;
  readonly series: ISeriesApi<'Baseline'>;
  readonly #second: ISeriesApi<'Line'>;
  #threshold: IPriceLine;

  constructor(chart: IChartApiBase<Time>, pane: IPaneApi<Time>, theme: ChartTheme, threshold: number) {
    this.#chart = chart;
    this.series = pane.addSeries(BaselineSeries, seriesOptions(theme, threshold));
    this.#second = pane.addSeries(LineSeries, secondOptions(theme));
    this.series.priceScale().applyOptions({ scaleMargins: { top: 0.14, bottom: 0.1 } });
    this.series.getPane().setStretchFactor(STRETCH);
    this.#threshold = this.series.createPriceLine(thresholdLine(theme, threshold));
  }

  restyle(theme: ChartTheme, threshold: number): void {
    this.series.applyOptions(seriesOptions(theme, threshold));
    this.#second.applyOptions(secondOptions(theme));
    this.#threshold.applyOptions(thresholdLine(theme, threshold));
  }

  setData(times: Float64Array, [first, second]: readonly [ChartPrediction, ChartPrediction | null], reachesEnd: boolean): void {
    this.series.setData(lineData(times, probabilityPerBar(times, first, reachesEnd)));
    this.#second.setData(second === null ? [] : secondData(times, probabilityPerBar(times, second, reachesEnd)));
  }

  remove(): void {
    this.#chart.removeSeries(this.#second);
    this.#chart.removeSeries(this.series);
  }
}

function seriesOptions(theme: ChartTheme, threshold: number): BaselineSeriesPartialOptions {
  const { prediction } = theme;
  return {
    baseValue: { type: 'price', price: threshold },
    lineWidth: 2,
    lineType: LineType.WithSteps,
    topLineColor: prediction.ink,
    topFillColor1: wash(prediction, 0.45),
    topFillColor2: wash(prediction, 0.2),
    bottomLineColor: theme.probabilityLow,
    bottomFillColor1: 'rgba(0, 0, 0, 0)',
    bottomFillColor2: 'rgba(0, 0, 0, 0)',
    priceLineVisible: false,
    lastValueVisible: false,
    crosshairMarkerRadius: 3,
    priceFormat: { type: 'price', precision: 2, minMove: 0.01 },
    autoscaleInfoProvider: () => ({ priceRange: { minValue: 0, maxValue: 1 } }),
  };
}

function secondOptions({ secondPrediction }: ChartTheme): LineSeriesPartialOptions {
  return {
    color: secondPrediction.ink,
    lineWidth: 2,
    lineStyle: LineStyle.Dotted,
    lineType: LineType.WithSteps,
    priceLineVisible: false,
    lastValueVisible: false,
    crosshairMarkerRadius: 3,
    priceFormat: { type: 'price', precision: 2, minMove: 0.01 },
    autoscaleInfoProvider: () => ({ priceRange: { minValue: 0, maxValue: 1 } }),
  };
}

function thresholdLine(theme: ChartTheme, threshold: number): Parameters<ISeriesApi<'Baseline'>['createPriceLine']>[0] {
  return { price: threshold, color: theme.prediction.ink, lineWidth: 1, lineStyle: LineStyle.Dashed, axisLabelVisible: false, title: '' };
}

const CLEAR = 'rgba(0, 0, 0, 0)';

/** Bars without a prediction leave a gap: the stroke from the last predicted bar over it is made invisible. */
function lineData(times: Float64Array, probability: Float32Array): (BaselineData | WhitespaceData)[] {
  return Array.from(times, (ms, i) => {
    const time = chartTime(ms);
    if (Number.isNaN(probability[i])) return { time };
    const point = { time, value: probability[i] };
    return Number.isNaN(probability[i - 1] ?? 0) ? { ...point, topLineColor: CLEAR, bottomLineColor: CLEAR, topFillColor1: CLEAR, topFillColor2: CLEAR } : point;
  });
}

/** The same for the line of a second run. */
function secondData(times: Float64Array, probability: Float32Array): (LineData | WhitespaceData)[] {
  return Array.from(times, (ms, i) => {
    const time = chartTime(ms);
    if (Number.isNaN(probability[i])) return { time };
    const point = { time, value: probability[i] };
    return Number.isNaN(probability[i - 1] ?? 0) ? { ...point, color: CLEAR } : point;
  });
}
