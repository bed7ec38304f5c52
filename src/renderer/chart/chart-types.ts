import type { BarSlice } from '../../shared/contract/series.ts';
import type { SpanId } from '../../shared/domain/ids.ts';
import type { PredictedSpan } from '../../shared/domain/prediction.ts';
import type { Series } from '../../shared/domain/series.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { FeatureSetName, TrainConfig } from '../../shared/domain/train-config.ts';
import type { TimeMs } from '../../shared/domain/time.ts';

/** Where the chart gets its bars: slices of a level and the place of a time within it. */
export interface BarSource {
  /** Bars [fromIndex, fromIndex + count) of a level, cut to what exists. */
  read(level: number, fromIndex: number, count: number): Promise<BarSlice>;
  /** Index, within the level, of the last bar that opens at or before `time`; -1 before the first. */
  find(level: number, time: TimeMs): Promise<number>;
}

/** A run's probabilities over consecutive bars, [n] each, and what is decoded from them. */
export interface ChartPrediction {
  /** Of the run. */
  readonly name: string;
  readonly time: Float64Array;
  readonly probability: Float32Array;
  readonly spans: readonly PredictedSpan[];
  readonly threshold: number;
}

export type SpanEdge = 'start' | 'end';

/** `label`: a drag on bars creates a span; `pan`: a drag scrolls. */
export type ChartMode = 'label' | 'pan';
export type ChartThemeName = 'dark' | 'light';

/** Opening times of the first and the last bar, both included. */
export interface TimeSpan {
  readonly startTime: TimeMs;
  readonly endTime: TimeMs;
}

export interface ChartLayers {
  readonly labels: boolean;
  readonly predictedSpans: boolean;
  readonly probability: boolean;
  readonly volume: boolean;
  /** Lines where days begin, and the regular hours in them. */
  readonly days: boolean;
  /** The target that training makes of the labels, under the candles. */
  readonly softMask: boolean;
  /** Exponential averages of 20 and of 50 candles. */
  readonly ema: boolean;
  /** Volume-weighted average price of the day. */
  readonly vwap: boolean;
  /** Average true range, in a pane of its own. */
  readonly atr: boolean;
  /** What a model reads of every bar, in a pane of its own. */
  readonly features: boolean;
}

/** The features that are shown: those of a run, or of none. */
export interface ShownFeatures {
  readonly set: FeatureSetName;
  readonly windowLength: number;
  readonly scope: TrainConfig['featureScope'];
}

/** A bar, and a price at it; null: its close. */
export interface MeasurePoint {
  readonly time: TimeMs;
  readonly price: number | null;
}

/** What is measured; `to`: null where it ends at the bar cursor, wherever that goes. */
export interface Measurement {
  readonly from: MeasurePoint;
  readonly to: MeasurePoint | null;
}

/** What lies under a point of the bars. */
export interface ChartPlace {
  /** In CSS pixels of the page. */
  readonly clientX: number;
  readonly clientY: number;
  /** Of the bar there. */
  readonly time: TimeMs;
  /** The label there that a click would select; null: none is. */
  readonly spanId: SpanId | null;
  /** The predicted span there, of the first run before that of the second; null: none is. */
  readonly predicted: { readonly rank: 'first' | 'second'; readonly span: PredictedSpan } | null;
}

/** All of them are controlled: the chart asks for changes and never makes them itself. */
export interface ChartProps {
  readonly series: Series;
  readonly source: BarSource;
  /** Bars outside are shaded as outside, and spans are made inside only; null: anywhere. A change does not move the view. */
  readonly window: TimeSpan | null;
  readonly spans: readonly Span[];
  readonly selectedSpanId: SpanId | null;
  /** Of the selected span, or of the selected prediction. */
  readonly selectedEdge: SpanEdge | null;
  /** Bars of the span of `prediction` that is selected; null: none is. */
  readonly selectedPrediction: TimeSpan | null;
  readonly prediction: ChartPrediction | null;
  /** Of another run over the same bars, drawn so that both can be told apart. */
  readonly secondPrediction: ChartPrediction | null;
  readonly show: ChartLayers;
  /** Absent: the published ones. */
  readonly features?: ShownFeatures;
  readonly mode: ChartMode;
  /** Edges that are dragged are drawn to the highs and lows that stand out, unless Alt is held. */
  readonly snapToSwings?: boolean;
  /** IANA zone of legend and axis. */
  readonly timeZone: string;
  readonly theme: ChartThemeName;
  /** The keyboard's bar cursor. */
  readonly cursorTime: TimeMs | null;
  /** First bar of the span that the keyboard is making; it reaches to the cursor. */
  readonly pendingStart: TimeMs | null;
  /** Drawn as a box with its figures; null or absent: nothing is measured. */
  readonly measure?: Measurement | null;
  /** A click on a bar. */
  onCursor(time: TimeMs): void;
  onCreateSpan(startTime: TimeMs, endTime: TimeMs): void;
  /** Once, at the end of a drag. */
  onMoveSpan(id: SpanId, startTime: TimeMs, endTime: TimeMs): void;
  /** Once, at the end of a drag: by how many bars an edge may be off. */
  onFadeSpan?(id: SpanId, edge: SpanEdge, uncertainty: number): void;
  onSelectSpan(id: SpanId | null, edge: SpanEdge | null): void;
  /** At the end of a drag with Shift. */
  onMeasure?(measure: Measurement): void;
  /** A double click on a span. */
  onOpenSpan?(id: SpanId): void;
  /** A press of the right button, or a long touch. */
  onMenu?(place: ChartPlace): void;
  /** The bar under the crosshair is another one; null: there is none. */
  onPoint?(time: TimeMs | null): void;
  /** While the view moves a few times a second, and once more when it rests. */
  onVisibleRange?(startTime: TimeMs, endTime: TimeMs): void;
  /** Once the first bars are shown: those of the window, else the latest. Again when bars were added or the time zone has changed. */
  onReady?(handle: ChartHandle): void;
}

export interface ChartHandle {
  /** Pages as needed; `marginBars` more bars are shown on either side. */
  showRange(startTime: TimeMs, endTime: TimeMs, marginBars?: number): Promise<void>;
  /** Centres, keeps the zoom. */
  showTime(time: TimeMs): Promise<void>;
  showWholeSeries(): Promise<void>;
  /** More than 1 zooms in, around the cursor where it is in view, else around the middle. */
  zoom(factor: number): void;
  /** The bar so many bars away, among the loaded bars; null: none is loaded there. */
  stepBar(time: TimeMs, bars: number): TimeMs | null;
  /** What a menu for this bar would be about, in the middle of its height; null: it is not in view. */
  placeAt(time: TimeMs): ChartPlace | null;
  /** Marks the bars that open within a stretch of time, as another view of them points at it; null: none. */
  mark(stretch: TimeSpan | null): void;
  /** Middle of the bar in CSS pixels from the left of the chart root; null: not among the loaded bars. */
  xOfTime(time: TimeMs): number | null;
}
