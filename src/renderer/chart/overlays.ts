import type { ISeriesApi } from 'lightweight-charts';
import { calendarMarks, type CalendarMarks } from '../../shared/calendar/calendar-marks.ts';
import type { ZoneClock } from '../../shared/calendar/zone-clock.ts';
import type { PredictedSpan } from '../../shared/domain/prediction.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { ChartCanvas } from './chart-canvas.ts';
import { PaneLayers, pendingSpan, type LayerModels } from './chart-layers.ts';
import { chartTheme } from './chart-theme.ts';
import type { ChartPrediction, ChartProps, TimeSpan } from './chart-types.ts';
import { dragPreview, IDLE, isSameDrawing, type DragState } from './editing/drag.ts';
import { IntervalIndex } from './geometry/interval-index.ts';
import { measureBox, type MeasureBoxModel } from './primitives/measure-box/measure-box-view.ts';
import type { ValueLinesModel } from './primitives/value-lines/value-lines-view.ts';
import type { SwingMarkModel } from './primitives/swing-mark/swing-mark-view.ts';
import { ProbabilityPane } from './panes/probability-pane.ts';

/** The props that models are made of. */
const DRAWN: readonly (keyof ChartProps)[] = ['window', 'spans', 'prediction', 'secondPrediction', 'show', 'theme', 'cursorTime', 'pendingStart', 'selectedSpanId', 'selectedEdge', 'selectedPrediction', 'measure'];

/** Everything that is drawn over and under the candles, kept in step with the props. */
export class Overlays {
  readonly #canvas: ChartCanvas;
  readonly #candleLayers: PaneLayers;
  #props: ChartProps;
  #labels: IntervalIndex<Span>;
  #predicted: IntervalIndex<PredictedSpan>;
  #second: IntervalIndex<PredictedSpan>;
  #drag: DragState = IDLE;
  #linked: TimeSpan | null = null;
  readonly #clock: ZoneClock;
  /** Found when they are first shown. */
  #calendar: { readonly times: Float64Array; readonly marks: CalendarMarks } | null = null;
  #lines: ValueLinesModel | null = null;
  readonly #covered = new Map<ISeriesApi<'Line'>, PaneLayers>();
  #probability: { readonly pane: ProbabilityPane; readonly layers: PaneLayers } | null = null;

  constructor(canvas: ChartCanvas, clock: ZoneClock, props: ChartProps) {
    this.#canvas = canvas;
    this.#clock = clock;
    this.#props = props;
    this.#labels = new IntervalIndex(shownLabels(props));
    this.#predicted = new IntervalIndex(shownPredictions(props.prediction, props));
    this.#second = new IntervalIndex(shownPredictions(props.secondPrediction, props));
    this.#candleLayers = new PaneLayers(canvas.candles, canvas.axis, this.#models(), chartTheme(props.theme), true);
    this.#arrangeProbability();
  }

  /** The labels that are drawn, to be found by where they lie. */
  get labels(): IntervalIndex<Span> {
    return this.#labels;
  }

  /** The decoded spans that are drawn, of each run that has its predictions over the bars. */
  get predicted(): readonly IntervalIndex<PredictedSpan>[] {
    return [this.#predicted, this.#second];
  }

  /** The figures of what is measured, as they are drawn; null: nothing is, or it is not in reach. */
  measuredText(): string | null {
    const axis = this.#canvas.axis();
    const box = axis === null ? null : measureBox(this.#measured(), axis);
    return box === null ? null : box.lines.join(' · ');
  }

  update(props: ChartProps): void {
    const before = this.#props;
    this.#props = props;
    if (props.spans !== before.spans || props.show.labels !== before.show.labels) this.#labels = new IntervalIndex(shownLabels(props));
    const isShownOtherwise = props.show.predictedSpans !== before.show.predictedSpans;
    if (props.prediction !== before.prediction || isShownOtherwise) this.#predicted = new IntervalIndex(shownPredictions(props.prediction, props));
    if (props.secondPrediction !== before.secondPrediction || isShownOtherwise) this.#second = new IntervalIndex(shownPredictions(props.secondPrediction, props));
    if (props.theme !== before.theme) this.#restyle();
    if (arePredictionsNew(props, before) || props.show.probability !== before.show.probability) this.#arrangeProbability();
    if (DRAWN.some((name) => props[name] !== before[name])) this.#redraw();
  }

  /** Most moves of the pointer change nothing that is drawn here. */
  setDrag(drag: DragState): void {
    const before = this.#drag;
    this.#drag = drag;
    if (!isSameDrawing(drag, before)) this.#redraw();
  }

  /** What another view of the bars points at. */
  setLinked(stretch: TimeSpan | null): void {
    this.#linked = stretch;
    this.#redraw();
  }

  /** After other bars were loaded. */
  barsChanged(): void {
    const { loaded, reachesEnd } = this.#canvas;
    const prediction = shownProbability(this.#props);
    if (loaded !== null && prediction !== null) this.#probability?.pane.setData(loaded.bars.time, [prediction, this.#props.secondPrediction], reachesEnd);
    this.#redraw();
  }

  /** Averages over the candles; null: none are shown. */
  setLines(lines: ValueLinesModel | null): void {
    if (lines === null && this.#lines === null) return;
    this.#lines = lines;
    this.#redraw();
  }

  /** Spans and cursor over a further pane, until its series is removed. */
  cover(series: ISeriesApi<'Line'>): void {
    this.#covered.set(series, new PaneLayers(series, this.#canvas.axis, this.#models(), chartTheme(this.#props.theme), false));
  }

  uncover(series: ISeriesApi<'Line'>): void {
    this.#covered.delete(series);
  }

  #redraw(): void {
    const models = this.#models();
    this.#candleLayers.update(models);
    this.#probability?.layers.update(models);
    for (const layers of this.#covered.values()) layers.update(models);
    this.#canvas.redraw();
  }

  #restyle(): void {
    const theme = chartTheme(this.#props.theme);
    this.#candleLayers.restyle(theme);
    this.#probability?.layers.restyle(theme);
    for (const layers of this.#covered.values()) layers.restyle(theme);
    this.#probability?.pane.restyle(theme, this.#props.prediction?.threshold ?? 0.5);
  }

  /** Adds or removes the pane and fills it. */
  #arrangeProbability(): void {
    const prediction = shownProbability(this.#props);
    const theme = chartTheme(this.#props.theme);
    if (prediction === null) {
      if (this.#probability !== null) this.#canvas.panes.closed('probability');
      this.#probability?.pane.remove();
      this.#probability = null;
      return;
    }
    this.#probability ??= this.#openPane(prediction);
    this.#probability.pane.restyle(theme, prediction.threshold);
    this.barsChanged();
  }

  #openPane(prediction: ChartPrediction): { pane: ProbabilityPane; layers: PaneLayers } {
    const theme = chartTheme(this.#props.theme);
    const pane = new ProbabilityPane(this.#canvas.chart, this.#canvas.panes.open('probability'), theme, prediction.threshold);
    return { pane, layers: new PaneLayers(pane.series, this.#canvas.axis, this.#models(), theme, false) };
  }

  #calendarMarks(): CalendarMarks | null {
    const times = this.#canvas.loaded?.bars.time;
    if (times === undefined) return null;
    if (this.#calendar?.times !== times) this.#calendar = { times, marks: calendarMarks(times, this.#clock) };
    return this.#calendar.marks;
  }

  #models(): LayerModels {
    const { show, series, window, cursorTime, pendingStart, selectedSpanId, selectedEdge, selectedPrediction } = this.#props;
    const preview = dragPreview(this.#drag);
    const moving = preview !== null && preview.id !== null ? { id: preview.id, span: preview.span, fade: preview.fade } : null;
    const drawn = preview !== null && preview.id === null ? preview.span : null;
    return {
      window,
      volume: show.volume && series.hasVolume ? (this.#canvas.loaded?.bars ?? null) : null,
      calendar: show.days ? this.#calendarMarks() : null,
      lines: this.#lines,
      labels: { spans: this.#labels, selectedId: selectedSpanId, selectedEdge, moving, legendRows: this.#lines === null ? 0 : 1 },
      predicted: { spans: this.#predicted, selected: selectedPrediction, selectedEdge },
      second: { spans: this.#second, selected: null, selectedEdge: null },
      cursor: cursorTime,
      pending: drawn ?? pendingSpan(pendingStart, cursorTime),
      mask: show.softMask ? { spans: this.#labels, moving, window } : null,
      measure: this.#measured(),
      swing: this.#swing(),
      linked: this.#linked,
    };
  }

  #swing(): SwingMarkModel | null {
    const { loaded, yOf } = this.#canvas;
    const time = this.#drag.kind === 'moving-edge' ? this.#drag.swing : null;
    return time === null || loaded === null ? null : { time, bars: loaded.bars, yOf };
  }

  /** What the pointer measures at the moment, else what was measured. */
  #measured(): MeasureBoxModel | null {
    const { measure = null, cursorTime, series } = this.#props;
    const { loaded, yOf } = this.#canvas;
    const { from, to } = this.#drag.kind === 'measuring' ? this.#drag : (measure ?? { from: null, to: null });
    const end = to ?? (cursorTime === null ? null : { time: cursorTime, price: null });
    if (from === null || end === null || loaded === null) return null;
    return { from, to: end, bars: loaded.bars, priceDecimals: series.priceDecimals, yOf };
  }
}

const shownLabels = ({ show, spans }: ChartProps): readonly Span[] => (show.labels ? spans : []);
const shownPredictions = (prediction: ChartPrediction | null, { show }: ChartProps): readonly PredictedSpan[] => (show.predictedSpans && prediction !== null ? prediction.spans : []);
const shownProbability = ({ show, prediction }: ChartProps): ChartPrediction | null => (show.probability ? prediction : null);
const arePredictionsNew = (props: ChartProps, before: ChartProps): boolean => props.prediction !== before.prediction || props.secondPrediction !== before.secondPrediction;
