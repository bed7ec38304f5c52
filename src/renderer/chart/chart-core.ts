import type { LogicalRange, MouseEventParams, Time } from 'lightweight-charts';
import { clockOf, type ZoneClock } from '../../shared/calendar/zone-clock.ts';
import { timeMs } from '../../shared/domain/time.ts';
import { ChartCanvas } from './chart-canvas.ts';
import { chartHandle, rangeView, type HandleParts } from './chart-handle.ts';
import { chartTheme } from './chart-theme.ts';
import type { BarSource, ChartHandle, ChartProps, TimeSpan } from './chart-types.ts';
import { setChartVariables } from './chart-variables.ts';
import { ChartPointer } from './editing/chart-pointer.ts';
import { PointerInput } from './editing/pointer-input.ts';
import { FrameTask, nextFrame } from './frame.ts';
import { barReadout, type BarReadout } from './legend/bar-readout.ts';
import { Indicators } from './indicators/indicators.ts';
import type { IndicatorReadout } from './indicators/indicator-readout.ts';
import type { Observable } from './observable.ts';
import { Overlays } from './overlays.ts';
import type { BarView } from './paging/bar-view.ts';
import type { LoadedBars } from './paging/loaded-bars.ts';
import { ViewKeeper } from './paging/view-keeper.ts';
import { restoredView, type SavedView } from './saved-view.ts';
import { ViewReport, visibleTimes } from './view-report.ts';

export interface CoreElements {
  /** Carries focus, attributes and CSS variables. */
  readonly root: HTMLElement;
  /** Filled by lightweight-charts. */
  readonly host: HTMLElement;
}

export interface CoreOutputs {
  readonly readout: Observable<BarReadout | null>;
  readonly indicators: Observable<IndicatorReadout | null>;
  /** The figures of what is measured. */
  readonly measured: Observable<string | null>;
  /** Bars could not be read; null: now they can again. */
  onFailure(error: unknown): void;
}

/** Bars in view when nothing says what to show. */
const FIRST_BARS = 240;
const ROOM_AT_THE_END = 8;

/** The chart behind the component: builds the parts, passes props on to them, and takes them down again. */
export class ChartCore {
  readonly handle: ChartHandle;
  readonly #elements: CoreElements;
  readonly #outputs: CoreOutputs;
  readonly #clock: ZoneClock;
  readonly #canvas: ChartCanvas;
  readonly #keeper: ViewKeeper;
  readonly #overlays: Overlays;
  readonly #indicators: Indicators;
  readonly #report: ViewReport;
  readonly #pointer: PointerInput;
  readonly #publish = new FrameTask(() => this.#publishView());
  #props: ChartProps;
  #pointedAt: number | null = null;
  #disposed = false;

  constructor(elements: CoreElements, props: ChartProps, outputs: CoreOutputs) {
    this.#elements = elements;
    this.#outputs = outputs;
    this.#props = props;
    this.#clock = clockOf(props.timeZone);
    const theme = chartTheme(props.theme);
    setChartVariables(elements.root, theme);
    this.#canvas = new ChartCanvas(elements.host, props.series, this.#clock, theme);
    this.#overlays = new Overlays(this.#canvas, this.#clock, props);
    this.#indicators = new Indicators(this.#canvas, this.#overlays, this.#source(), props, { onValues: () => this.#publish.schedule(), onError: outputs.onFailure });
    const screen = { width: () => this.#canvas.width(), setBars: (loaded: LoadedBars) => this.#setBars(loaded), setView: (view: BarView) => this.#canvas.setView(view) };
    this.#keeper = new ViewKeeper(props.series, this.#source(), screen, { onView: () => this.#publish.schedule(), onError: outputs.onFailure });
    this.#report = new ViewReport(elements.root, this.#parts(), this.#overlays, this.#clock);
    const pointer = new ChartPointer({ ...elements, ...this.#parts(), overlays: this.#overlays, onError: outputs.onFailure });
    this.handle = chartHandle(this.#parts(), { placeAt: (time) => pointer.placeAt(time), mark: (stretch) => this.#mark(stretch) });
    this.#pointer = new PointerInput(elements.host, pointer);
    this.#listen();
  }

  /** Shows the first bars: those that were in view before, else the window, else the latest. */
  async start(before: SavedView | null): Promise<void> {
    try {
      await this.#keeper.show(await this.#firstView(before));
      await nextFrame();
    } catch (error) {
      if (!this.#disposed) this.#outputs.onFailure(error);
    }
  }

  update(props: ChartProps): void {
    const before = this.#props;
    this.#props = props;
    if (props.theme !== before.theme) this.#restyle();
    this.#overlays.update(props);
    this.#indicators.update(props);
    this.#publish.schedule();
  }

  /** What is in view, for the chart that takes the place of this one; null: nothing yet. */
  savedView(): SavedView | null {
    const { series } = this.#props;
    const times = visibleTimes(this.#parts(), this.#props);
    return times === null ? null : { seriesId: series.id, firstTime: series.firstTime, view: this.#keeper.view, times };
  }

  dispose(): void {
    this.#disposed = true;
    this.#publish.cancel();
    this.#report.dispose();
    this.#indicators.dispose();
    this.#pointer.dispose();
    this.#keeper.dispose();
    this.#canvas.dispose();
  }

  #parts(): HandleParts {
    return { canvas: this.#canvas, keeper: this.#keeper, props: () => this.#props };
  }

  /** Asks whatever source the props name at the time. */
  #source(): BarSource {
    return {
      read: (level, fromIndex, count) => this.#props.source.read(level, fromIndex, count),
      find: (level, time) => this.#props.source.find(level, time),
    };
  }

  #listen(): void {
    const { chart } = this.#canvas;
    chart.subscribeCrosshairMove((event) => this.#onCrosshair(event));
    // Only taps come this far: clicks of the mouse are kept from the library.
    chart.subscribeClick((event) => event.point !== undefined && this.#pointer.tap(event.point.x));
    chart.timeScale().subscribeSizeChange(() => this.#keeper.resized());
    chart.timeScale().subscribeVisibleLogicalRangeChange((range) => this.#onLibraryView(range));
  }

  async #firstView(before: SavedView | null): Promise<BarView> {
    const { window, series } = this.#props;
    const restored = before === null ? null : await restoredView(before, this.#parts());
    if (restored !== null) return restored;
    if (window !== null) return rangeView(this.#parts(), window.startTime, window.endTime);
    return { from: Math.max(-ROOM_AT_THE_END, series.barCount - FIRST_BARS), to: series.barCount + ROOM_AT_THE_END };
  }

  #setBars(loaded: LoadedBars): void {
    this.#pointedAt = null;
    this.#canvas.setBars(loaded);
    this.#outputs.onFailure(null);
    this.#overlays.barsChanged();
    this.#indicators.barsChanged();
  }

  #restyle(): void {
    const theme = chartTheme(this.#props.theme);
    setChartVariables(this.#elements.root, theme);
    this.#canvas.restyle(theme);
  }

  #onCrosshair(event: MouseEventParams<Time>): void {
    const count = this.#canvas.loaded?.bars.time.length ?? 0;
    const before = this.#pointedAt;
    this.#pointedAt = event.logical !== undefined && event.logical >= 0 && event.logical < count ? event.logical : null;
    if (this.#pointedAt !== before) this.#props.onPoint?.(this.#pointedAt === null ? null : timeMs(this.#canvas.loaded!.bars.time[this.#pointedAt]));
    this.#publishReadout();
  }

  #mark(stretch: TimeSpan | null): void {
    if (this.#disposed) return;
    this.#elements.root.dataset.marked = stretch === null ? '' : `${stretch.startTime} ${stretch.endTime}`;
    this.#overlays.setLinked(stretch);
  }

  /** Only gestures that the library handles itself move the view without us; what we asked for it applies a frame later. */
  #onLibraryView(range: LogicalRange | null): void {
    if (range !== null && this.#keeper.held) this.#keeper.adopt(this.#canvas.shownView(range));
    else this.#publish.schedule();
  }

  #publishView(): void {
    this.#report.publish(this.#props);
    this.#indicators.viewChanged();
    this.#outputs.measured.set(this.#overlays.measuredText());
    this.#publishReadout();
  }

  /** The bar under the crosshair, else the cursor's, else the last one in view. */
  #publishReadout(): void {
    const { loaded } = this.#canvas;
    const axis = this.#canvas.axis();
    if (loaded === null || axis === null) return;
    const { cursorTime, series } = this.#props;
    const cursor = cursorTime === null ? -1 : axis.indexOf(cursorTime);
    const index = this.#pointedAt ?? (cursor >= 0 ? cursor : (axis.visible()?.to ?? axis.count - 1));
    this.#outputs.readout.set(barReadout(loaded, index, series, this.#clock));
    this.#outputs.indicators.set(this.#indicators.readoutAt(index));
  }
}
