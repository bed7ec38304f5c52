import { clockOf } from '../../../shared/calendar/zone-clock.ts';
import { DEFAULT_WINDOW_LENGTH } from '../../../shared/domain/window.ts';
import type { ChartCanvas } from '../chart-canvas.ts';
import { chartTheme } from '../chart-theme.ts';
import type { BarSource, ChartProps, ShownFeatures } from '../chart-types.ts';
import { nextFrame } from '../frame.ts';
import type { Overlays } from '../overlays.ts';
import { FeaturePane } from '../panes/feature-pane.ts';
import { RangePane } from '../panes/range-pane.ts';
import type { ValueLinesModel } from '../primitives/value-lines/value-lines-view.ts';
import { IndicatorFeed } from './indicator-feed.ts';
import type { LineName } from './indicator-lines.ts';
import { IndicatorReader } from './indicator-reader.ts';
import { laneReadout, lineReadout, type IndicatorReadout } from './indicator-readout.ts';
import type { FeatureWish, IndicatorWish } from './indicator-wish.ts';

/** As published, in windows of the usual length. */
const USUAL_FEATURES: ShownFeatures = { set: 'relativity', windowLength: DEFAULT_WINDOW_LENGTH, scope: 'series' };

interface IndicatorHost {
  /** There are other values than before. */
  onValues(): void;
  onError(error: unknown): void;
}

/** What is computed from the bars and drawn over and under them. While all is switched off, nothing is computed, attached or drawn. */
export class Indicators {
  readonly #canvas: ChartCanvas;
  readonly #overlays: Overlays;
  readonly #feed: IndicatorFeed;
  readonly #reader: IndicatorReader;
  readonly #host: IndicatorHost;
  #props: ChartProps;
  #wish: IndicatorWish;
  #range: RangePane | null = null;
  #features: FeaturePane | null = null;

  constructor(canvas: ChartCanvas, overlays: Overlays, source: BarSource, props: ChartProps, host: IndicatorHost) {
    this.#canvas = canvas;
    this.#overlays = overlays;
    this.#host = host;
    this.#props = props;
    this.#wish = wishOf(props);
    this.#feed = new IndicatorFeed(source, props.series, clockOf(props.series.timeZone), { onChunk: () => this.#onChunk(), onError: host.onError });
    this.#reader = new IndicatorReader(canvas, this.#feed);
    this.#arrange();
  }

  update(props: ChartProps): void {
    const before = this.#props;
    this.#props = props;
    if (props.theme !== before.theme) this.#restyle();
    if (props.show === before.show && props.features === before.features && props.window === before.window) return;
    this.#wish = wishOf(props);
    this.#arrange();
  }

  /** After other bars were loaded, in the same task. */
  barsChanged(): void {
    const times = this.#canvas.loaded?.bars.time;
    for (const pane of [this.#range, this.#features]) pane?.blank.follow(times?.at(-1));
    this.#feed.resume();
    this.#redraw();
  }

  /** In every frame in which the view moves: computes what it shows and was not computed before. */
  viewChanged(): void {
    const view = this.#reader.view();
    if (view !== null && this.#isOn()) this.#feed.show(view);
    this.#layOut();
  }

  /** index: among the loaded candles. null: all is switched off. */
  readoutAt(index: number): IndicatorReadout | null {
    if (!this.#isOn()) return null;
    const { features } = this.#wish;
    const { priceDecimals } = this.#props.series;
    return {
      lines: lineNames(this.#wish).map((name) => lineReadout(this.#reader, name, index, priceDecimals)),
      range: this.#range === null ? null : { host: this.#range.hosts.over, line: lineReadout(this.#reader, 'atr', index, priceDecimals + 1) },
      lanes: this.#features === null || features === null ? null : laneReadout(this.#reader, index, features, this.#features.hosts),
    };
  }

  dispose(): void {
    this.#feed.dispose();
    // A frame that was waited for finds nothing to lay out.
    this.#range = null;
    this.#features = null;
  }

  #isOn(): boolean {
    return lineNames(this.#wish).length > 0 || this.#range !== null || this.#features !== null;
  }

  /** Opens and closes what was switched. */
  #arrange(): void {
    this.#arrangeRange();
    this.#arrangeFeatures();
    this.#feed.want(this.#wish);
    this.barsChanged();
    // The library lays its panes out in the next frame.
    if (this.#range !== null || this.#features !== null) void nextFrame().then(() => this.#layOut());
  }

  #layOut(): void {
    this.#range?.layOut();
    this.#features?.layOut();
  }

  #arrangeRange(): void {
    if (this.#wish.atr && this.#range === null) {
      this.#range = new RangePane(this.#canvas, this.#reader, chartTheme(this.#props.theme), this.#props.series.priceDecimals);
      this.#overlays.cover(this.#range.blank.series);
    }
    if (this.#wish.atr || this.#range === null) return;
    this.#overlays.uncover(this.#range.blank.series);
    this.#range.remove();
    this.#range = null;
  }

  #arrangeFeatures(): void {
    const { features } = this.#wish;
    if (features !== null && this.#features === null) {
      this.#features = new FeaturePane(this.#canvas, this.#reader, chartTheme(this.#props.theme), features);
      this.#overlays.cover(this.#features.blank.series);
    }
    if (features !== null || this.#features === null) return;
    this.#overlays.uncover(this.#features.blank.series);
    this.#features.remove();
    this.#features = null;
  }

  #onChunk(): void {
    this.#redraw();
    this.#host.onValues();
  }

  #redraw(): void {
    this.#overlays.setLines(this.#linesModel());
    this.#range?.valuesChanged();
    if (this.#wish.features !== null) this.#features?.valuesChanged(this.#wish.features);
    if (this.#isOn()) this.#canvas.redraw();
  }

  #restyle(): void {
    const theme = chartTheme(this.#props.theme);
    this.#range?.restyle(theme);
    this.#features?.restyle(theme);
  }

  #linesModel(): ValueLinesModel | null {
    const names = lineNames(this.#wish);
    if (names.length === 0) return null;
    return {
      names,
      valueAt: (name, index) => this.#reader.valueAt(name, index),
      beginsAt: (name, index) => name === 'vwap' && this.#reader.dayBeginsAt(index),
      yOf: this.#canvas.yOf,
    };
  }
}

/** Those over the candles. */
const lineNames = ({ ema, vwap }: IndicatorWish): readonly LineName[] => [...(ema ? (['ema20', 'ema50'] as const) : []), ...(vwap ? (['vwap'] as const) : [])];

function wishOf({ show, series, features = USUAL_FEATURES, window }: ChartProps): IndicatorWish {
  const wish: FeatureWish = { ...features, window: features.scope === 'window' && window !== null ? { startTime: window.startTime, endTime: window.endTime } : null };
  return { ema: show.ema, vwap: show.vwap && series.hasVolume, atr: show.atr, features: show.features ? wish : null };
}
