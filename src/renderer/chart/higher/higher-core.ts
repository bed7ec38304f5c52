import type { MouseEventParams, Time } from 'lightweight-charts';
import { calendarMarks, type CalendarMarks } from '../../../shared/calendar/calendar-marks.ts';
import { clockOf, type ZoneClock } from '../../../shared/calendar/zone-clock.ts';
import type { HigherBars } from '../../../shared/contract/series.ts';
import { lastBarAtOrBefore, type BarColumns } from '../../../shared/domain/bar.ts';
import { lengthOf } from '../../../shared/domain/higher-timeframe.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { timeMs, type TimeMs } from '../../../shared/domain/time.ts';
import { ChartCanvas } from '../chart-canvas.ts';
import { chartTheme } from '../chart-theme.ts';
import type { TimeSpan } from '../chart-types.ts';
import { setChartVariables } from '../chart-variables.ts';
import { FrameTask } from '../frame.ts';
import { IntervalIndex } from '../geometry/interval-index.ts';
import type { Observable } from '../observable.ts';
import type { BarView } from '../paging/bar-view.ts';
import { ClockAxis, placeAmong } from './clock-axis.ts';
import { candlesInView, followingView } from './following-view.ts';
import { HigherLayers, type HigherModels } from './higher-layers.ts';
import { higherReadout, spokenReadout } from './higher-readout.ts';
import type { HigherProps, HigherReadout } from './higher-types.ts';
import { NewestRead } from './newest-read.ts';

export interface HigherElements {
  /** Carries focus and attributes. */
  readonly root: HTMLElement;
  /** Filled by lightweight-charts. */
  readonly host: HTMLElement;
}

export interface HigherOutputs {
  readonly readout: Observable<HigherReadout | null>;
  /** Bars could not be read; null: now they can again. */
  onFailure(error: unknown): void;
}

/** Most candles that one answer can bring on a side; see MOST_HIGHER_BARS. */
const MOST_ON_A_SIDE = 1000;
/** Places that the canvas thinks a timeframe has: how many bars of a higher timeframe a series makes is known to nobody. */
const PLACES = 1e9;

interface BarsWish {
  readonly time: TimeMs;
  readonly before: number;
  readonly after: number;
}

/** The chart of a higher timeframe behind its component: it follows what the main chart shows, and reads bars as needed. */
export class HigherCore {
  readonly #elements: HigherElements;
  readonly #outputs: HigherOutputs;
  readonly #clock: ZoneClock;
  readonly #canvas: ChartCanvas;
  readonly #layers: HigherLayers;
  readonly #candleMs: number;
  readonly #bars: NewestRead<BarsWish, HigherBars>;
  readonly #formingReads: NewestRead<TimeMs, BarColumns | null>;
  readonly #publish = new FrameTask(() => this.#publishState());
  readonly #unsubscribe: () => void;
  #props: HigherProps;
  #spans: IntervalIndex<Span>;
  #loaded: HigherBars | null = null;
  #calendar: CalendarMarks | null = null;
  #view: BarView | null = null;
  #forming: BarColumns | null = null;
  /** So that bars that are not to be had are not asked for again and again. */
  #askedFor = '';
  #pointed: number | null = null;
  /** Gone to by key. */
  #chosen: TimeMs | null = null;

  constructor(elements: HigherElements, props: HigherProps, outputs: HigherOutputs) {
    this.#elements = elements;
    this.#outputs = outputs;
    this.#props = props;
    this.#candleMs = lengthOf(props.timeframe);
    this.#clock = clockOf(props.series.timeZone);
    this.#spans = new IntervalIndex(props.spans);
    const theme = chartTheme(props.theme);
    setChartVariables(elements.root, theme);
    this.#canvas = new ChartCanvas(elements.host, { ...props.series, timeframeMs: this.#candleMs, hasVolume: false, barCount: PLACES }, this.#clock, theme);
    this.#canvas.chart.applyOptions({ handleScroll: false, handleScale: false });
    this.#layers = new HigherLayers(this.#canvas, () => this.#clockAxis(), this.#models(), theme);
    this.#bars = new NewestRead(({ time, before, after }: BarsWish) => this.#props.source.read(time, before, after), { onRead: (bars) => this.#setBars(bars), onError: outputs.onFailure });
    this.#formingReads = new NewestRead((time: TimeMs) => this.#props.source.readForming(time), { onRead: (bar, time) => this.#setForming(bar, time), onError: outputs.onFailure });
    this.#unsubscribe = props.pointed.subscribe(() => this.#redraw());
    this.#listen();
    this.#wantForming();
    this.#follow();
  }

  update(props: HigherProps): void {
    const before = this.#props;
    this.#props = props;
    if (props.spans !== before.spans) this.#spans = new IntervalIndex(props.spans);
    if (props.theme !== before.theme) this.#restyle();
    if (props.knownUntil !== before.knownUntil) this.#wantForming();
    if (props.visible !== before.visible) this.#follow();
    this.#redraw();
  }

  /** By so many candles from the one that is marked. */
  step(candles: number): void {
    const { bars } = this.#loaded ?? {};
    if (bars === undefined || bars.time.length === 0) return;
    this.#choose(Math.min(Math.max(this.#shownIndex() + candles, 0), bars.time.length - 1));
  }

  stepToEdge(edge: 'first' | 'last'): void {
    const visible = this.#canvas.axis()?.visible() ?? null;
    if (visible !== null) this.#choose(edge === 'first' ? visible.from : visible.to);
  }

  /** Brings the main chart to the candle that was gone to by key. */
  openChosen(): void {
    const index = this.#chosen === null ? -1 : (this.#canvas.axis()?.indexOf(this.#chosen) ?? -1);
    if (index >= 0) this.#props.onChoose(this.#stretchOf(index));
  }

  /** The focus is elsewhere: the main chart is pointed at no longer. */
  forget(): void {
    if (this.#chosen === null) return;
    this.#chosen = null;
    this.#tellPoint(this.#pointed);
  }

  dispose(): void {
    this.#publish.cancel();
    this.#unsubscribe();
    this.#bars.dispose();
    this.#formingReads.dispose();
    this.#canvas.dispose();
    this.#props.onPoint(null);
  }

  #listen(): void {
    const { chart } = this.#canvas;
    chart.subscribeCrosshairMove((event) => this.#onCrosshair(event));
    chart.subscribeClick((event) => {
      const index = this.#indexOf(event);
      if (index !== null) this.#props.onChoose(this.#stretchOf(index));
    });
    chart.timeScale().subscribeSizeChange(() => this.#follow());
  }

  #restyle(): void {
    const theme = chartTheme(this.#props.theme);
    setChartVariables(this.#elements.root, theme);
    this.#canvas.restyle(theme);
    this.#layers.restyle(theme);
  }

  #clockAxis(): ClockAxis | null {
    const axis = this.#canvas.axis();
    return axis === null ? null : new ClockAxis(axis, this.#candleMs, this.#props.series.timeframeMs);
  }

  /** Puts what the main chart shows into view, and has bars read where some are missing. */
  #follow(): void {
    const { visible, series } = this.#props;
    const width = this.#canvas.width();
    if (visible === null || width === 0) return;
    if (this.#loaded !== null && this.#loaded.bars.time.length > 0) {
      const { time } = this.#loaded.bars;
      const main = { from: placeAmong(time, this.#candleMs, visible.startTime), to: placeAmong(time, this.#candleMs, visible.endTime + series.timeframeMs) };
      const view = followingView(this.#view, main, width, { count: time.length, reachesStart: this.#loaded.reachesStart, reachesEnd: this.#loaded.reachesEnd });
      if (main.to > 0 && main.from < time.length) this.#show(view);
      if (this.#covers(view)) return;
    }
    this.#want(visible, width);
  }

  #covers({ from, to }: BarView): boolean {
    const { bars, reachesStart, reachesEnd } = this.#loaded!;
    return (from >= 0 || reachesStart) && (to <= bars.time.length || reachesEnd);
  }

  #want({ startTime, endTime }: TimeSpan, width: number): void {
    const time = timeMs((startTime + endTime) / 2);
    const side = Math.min(MOST_ON_A_SIDE, Math.ceil(2 * candlesInView(width, (endTime - startTime) / this.#candleMs)));
    const asked = `${Math.floor(time / this.#candleMs)} ${side}`;
    if (asked === this.#askedFor) return;
    this.#askedFor = asked;
    this.#bars.want({ time: timeMs(Math.floor(time)), before: side, after: side });
  }

  #show(view: BarView): void {
    const isNew = view.from !== this.#view?.from || view.to !== this.#view.to;
    this.#view = view;
    if (isNew) this.#canvas.setView(view);
    this.#publish.schedule();
  }

  #setBars(loaded: HigherBars): void {
    const before = this.#loaded?.bars.time;
    const count = loaded.bars.time.length;
    this.#loaded = loaded;
    this.#calendar = null;
    this.#view = before === undefined ? null : movedView(this.#view, before, loaded.bars.time);
    this.#canvas.setBars({ level: 0, from: loaded.reachesEnd ? PLACES - count : 0, bars: loaded.bars });
    if (this.#view !== null) this.#canvas.setView(this.#view);
    this.#outputs.onFailure(null);
    if (count > 0) this.#props.onRange({ startTime: timeMs(loaded.bars.time[0]), endTime: timeMs(loaded.bars.time[count - 1] + this.#candleMs) });
    this.#follow();
    this.#redraw();
  }

  #wantForming(): void {
    const { knownUntil } = this.#props;
    if (knownUntil === null) this.#forming = null;
    else this.#formingReads.want(knownUntil);
  }

  #setForming(bar: BarColumns | null, time: TimeMs): void {
    // Another one is on its way.
    if (time !== this.#props.knownUntil) return;
    this.#forming = bar;
    this.#redraw();
  }

  #onCrosshair(event: MouseEventParams<Time>): void {
    const index = this.#indexOf(event);
    if (index === this.#pointed) return;
    this.#pointed = index;
    this.#tellPoint(index);
  }

  #indexOf({ logical, point }: MouseEventParams<Time>): number | null {
    const count = this.#loaded?.bars.time.length ?? 0;
    return point !== undefined && logical !== undefined && logical >= 0 && logical < count ? logical : null;
  }

  #choose(index: number): void {
    this.#chosen = timeMs(this.#loaded!.bars.time[index]);
    this.#bringIntoView(index);
    this.#tellPoint(index);
  }

  #bringIntoView(index: number): void {
    if (this.#view === null) return;
    const by = Math.min(0, index - this.#view.from) + Math.max(0, index + 1 - this.#view.to);
    if (by !== 0) this.#show({ from: this.#view.from + by, to: this.#view.to + by });
  }

  #tellPoint(index: number | null): void {
    this.#props.onPoint(index === null ? null : this.#stretchOf(index));
    this.#redraw();
  }

  /** All times at which bars of this candle can open. */
  #stretchOf(index: number): TimeSpan {
    const { time } = this.#loaded!.bars;
    const next = index + 1 < time.length ? time[index + 1] : time[index] + this.#candleMs;
    return { startTime: timeMs(time[index]), endTime: timeMs(next - 1) };
  }

  /** What the main chart points at, else what was gone to by key here, else its cursor. */
  #markedTime(): TimeMs | null {
    const { pointed, cursorTime } = this.#props;
    const axis = this.#canvas.axis();
    const time = pointed.get() ?? this.#chosen ?? cursorTime;
    const index = time === null || axis === null ? -1 : axis.indexOf(time);
    return index < 0 || axis === null ? null : axis.timeOf(index);
  }

  /** The candle that the legend tells of: under the crosshair, else the marked one, else the last that is known or shown. */
  #shownIndex(): number {
    const axis = this.#canvas.axis();
    if (axis === null) return 0;
    const { knownUntil, visible } = this.#props;
    const time = this.#markedTime() ?? knownUntil ?? visible?.endTime ?? null;
    return this.#pointed ?? Math.max(0, time === null ? axis.count - 1 : axis.indexOf(time));
  }

  #redraw(): void {
    this.#layers.update(this.#models());
    this.#canvas.redraw();
    this.#publish.schedule();
  }

  #models(): HigherModels {
    const { visible, window, selectedSpanId, days } = this.#props;
    const last = this.#lastKnown();
    const forming = last === null || this.#isWhole(last) ? null : this.#formingAt(last);
    return {
      calendar: days ? this.#calendarMarks() : null,
      region: { visible, window },
      labels: { spans: this.#spans, selectedId: selectedSpanId, selectedEdge: null, moving: null },
      firstUnknown: last === null ? null : last + (this.#isWhole(last) ? 1 : 0),
      forming: forming === null ? null : { bar: forming, yOf: this.#canvas.yOf },
      marked: this.#markedTime(),
    };
  }

  #calendarMarks(): CalendarMarks | null {
    if (this.#loaded !== null) this.#calendar ??= calendarMarks(this.#loaded.bars.time, this.#clock);
    return this.#calendar;
  }

  #publishState(): void {
    const axis = this.#canvas.axis();
    if (axis === null || this.#loaded === null) return;
    const readout = this.#readout(this.#shownIndex());
    this.#outputs.readout.set(readout);
    this.#describe(axis, readout);
  }

  #readout(index: number): HigherReadout {
    const { bars } = this.#loaded!;
    const known = this.#knownOf(index);
    const forming = known === 'so-far' ? this.#formingAt(index) : null;
    const shown = forming === null ? { bars, index } : { bars: forming, index: 0 };
    return higherReadout({ ...shown, known, candleMs: this.#candleMs, priceDecimals: this.#props.series.priceDecimals }, this.#clock);
  }

  #knownOf(index: number): HigherReadout['known'] {
    const last = this.#lastKnown() ?? Infinity;
    if (index > last) return 'later';
    return index < last || this.#isWhole(index) ? 'whole' : 'so-far';
  }

  /** The candle that holds the last known bar, or -1 before the first; null: everything is known. */
  #lastKnown(): number | null {
    const { knownUntil } = this.#props;
    return knownUntil === null || this.#loaded === null ? null : lastBarAtOrBefore(this.#loaded.bars.time, knownUntil);
  }

  #formingAt(index: number): BarColumns | null {
    return this.#forming !== null && this.#forming.time[0] === this.#loaded?.bars.time[index] ? this.#forming : null;
  }

  /** Nothing came after the last known bar that changed the candle which holds it. */
  #isWhole(index: number): boolean {
    const { bars } = this.#loaded!;
    const forming = this.#formingAt(index);
    return forming !== null && (['high', 'low', 'close', 'volume'] as const).every((name) => Object.is(forming[name][0], bars[name][index]));
  }

  #describe(axis: { readonly count: number; visible(): { readonly from: number; readonly to: number } | null }, readout: HigherReadout): void {
    const { root } = this.#elements;
    const { time } = this.#loaded!.bars;
    const visible = axis.visible();
    const marked = this.#markedTime();
    root.dataset.loadedBars = String(axis.count);
    root.dataset.from = String(time[visible?.from ?? 0]);
    root.dataset.to = String(time[visible?.to ?? axis.count - 1]);
    root.dataset.marked = marked === null ? '' : String(marked);
    root.dataset.known = readout.known;
    root.setAttribute('aria-valuemax', String(axis.count));
    root.setAttribute('aria-valuenow', String(this.#shownIndex() + 1));
    root.setAttribute('aria-valuetext', spokenReadout(readout));
  }
}

/** The same view among other bars; null: its first candle is not among them. */
function movedView(view: BarView | null, before: Float64Array, now: Float64Array): BarView | null {
  if (view === null) return null;
  const anchor = Math.min(Math.max(0, Math.ceil(view.from)), before.length - 1);
  const place = now.indexOf(before[anchor]);
  return place < 0 ? null : { from: view.from + place - anchor, to: view.to + place - anchor };
}
