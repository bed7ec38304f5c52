import type { ZoneClock } from '../../shared/calendar/zone-clock.ts';
import { timeMs } from '../../shared/domain/time.ts';
import type { ChartCanvas } from './chart-canvas.ts';
import type { ChartProps, TimeSpan } from './chart-types.ts';
import { describeChart } from './describe-chart.ts';
import type { Overlays } from './overlays.ts';
import { levelFactor } from './paging/choose-level.ts';
import type { ViewKeeper } from './paging/view-keeper.ts';
import { Throttle } from './throttle.ts';

/** What is reported on. */
export interface ReportedChart {
  readonly canvas: ChartCanvas;
  readonly keeper: ViewKeeper;
}

/**
 * Opening time of the first bar in view, and a time within the last bar in view; null: no bar is. By the view that was asked
 * for: the library moves its axis a frame later.
 */
export function visibleTimes({ canvas, keeper }: ReportedChart, props: ChartProps): TimeSpan | null {
  const { loaded } = canvas;
  const visible = keeper.visible();
  if (loaded === null || visible === null) return null;
  const isLast = visible.to === loaded.bars.time.length - 1;
  return { startTime: timeMs(loaded.bars.time[visible.from]), endTime: timeMs(isLast ? endOfLast(canvas, props) : endOfCandle(canvas, props, visible.to)) };
}

/** A candle of several bars lasts at most until a bar before the next candle begins. */
function endOfCandle(canvas: ChartCanvas, { series }: ChartProps, index: number): number {
  const { loaded } = canvas;
  if (loaded === null) return 0;
  return loaded.level === 0 ? loaded.bars.time[index] : Math.max(loaded.bars.time[index], loaded.bars.time[index + 1] - series.timeframeMs);
}

function endOfLast(canvas: ChartCanvas, { series }: ChartProps): number {
  const { loaded, reachesEnd } = canvas;
  if (loaded === null) return 0;
  const last = loaded.bars.time[loaded.bars.time.length - 1];
  if (loaded.level === 0) return last;
  return reachesEnd && series.lastTime !== null ? series.lastTime : last + (levelFactor(loaded.level) - 1) * series.timeframeMs;
}

/** The screen may read labels for every range that it is told, and nobody reads sentences faster: a few a second are enough for that. */
const TELL_EVERY_MS = 150;

/** Tells the outside what is in view: attributes for tests, a sentence for screen readers, a call for the screen. */
export class ViewReport {
  readonly #root: HTMLElement;
  readonly #chart: ReportedChart;
  readonly #overlays: Overlays;
  readonly #clock: ZoneClock;
  readonly #throttle = new Throttle<() => void>(TELL_EVERY_MS, (tell) => tell());
  readonly #sentences = new Throttle<() => void>(TELL_EVERY_MS, (write) => write());
  #told = '';

  constructor(root: HTMLElement, chart: ReportedChart, overlays: Overlays, clock: ZoneClock) {
    this.#root = root;
    this.#chart = chart;
    this.#overlays = overlays;
    this.#clock = clock;
  }

  publish(props: ChartProps): void {
    const { loaded } = this.#chart.canvas;
    if (loaded === null) return;
    const visible = visibleTimes(this.#chart, props);
    const { dataset } = this.#root;
    dataset.loadedBars = String(loaded.bars.time.length);
    dataset.level = String(loaded.level);
    this.#sentences.push(() => this.#root.setAttribute('aria-label', this.#describe(props, visible)));
    if (visible === null) return;
    dataset.from = String(visible.startTime);
    dataset.to = String(visible.endTime);
    this.#tell(props, visible);
  }

  dispose(): void {
    this.#throttle.cancel();
    this.#sentences.cancel();
  }

  #describe(props: ChartProps, visible: TimeSpan | null): string {
    const [from, to] = visible === null ? [Infinity, -Infinity] : [visible.startTime, visible.endTime];
    return describeChart(
      {
        series: props.series,
        level: this.#chart.canvas.loaded?.level ?? 0,
        visible: visible === null ? null : { from, to },
        labels: this.#overlays.labels.touching(from, to).length,
        predictions: this.#overlays.predicted.reduce((sum, spans) => sum + spans.touching(from, to).length, 0),
        mode: props.mode,
      },
      this.#clock,
    );
  }

  #tell(props: ChartProps, visible: TimeSpan): void {
    const told = `${visible.startTime} ${visible.endTime}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#throttle.push(() => props.onVisibleRange?.(visible.startTime, visible.endTime));
  }
}
