import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { ChartCanvas } from '../chart-canvas.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { TimeMs } from '../../../shared/domain/time.ts';
import type { ChartMode, ChartPlace, ChartProps, TimeSpan } from '../chart-types.ts';
import { exactSpan, withinBounds } from '../exact-span.ts';
import type { Overlays } from '../overlays.ts';
import { panView, viewWidth, zoomView, type BarView } from '../paging/bar-view.ts';
import type { ViewKeeper } from '../paging/view-keeper.ts';
import type { DragContext, DragEffect, DragState } from './drag.ts';
import { fadeHit } from './fade-handle.ts';
import { hitTest, type Hit } from './hit-test.ts';
import type { PointerArea, PointerHint, PointerHost } from './pointer-input.ts';
import type { WheelIntent } from './wheel.ts';

export interface PointerParts {
  readonly root: HTMLElement;
  readonly host: HTMLElement;
  readonly canvas: ChartCanvas;
  readonly keeper: ViewKeeper;
  readonly overlays: Overlays;
  props(): ChartProps;
  onError(error: unknown): void;
}

/** Nearer to the right edge than this, a drag along the time axis would zoom without measure. CSS pixels. */
const NEAREST_STRETCH = 24;
/** Spans beyond the view by so many bars are still within reach of the pointer. */
const REACH_BARS = 8;

/** Carries out on the chart what the pointer asks for. */
export class ChartPointer implements PointerHost {
  readonly #parts: PointerParts;
  #stretchFrom: { readonly x: number; readonly view: BarView } | null = null;

  constructor(parts: PointerParts) {
    this.#parts = parts;
  }

  mode(): ChartMode {
    return this.#parts.props().mode;
  }

  areaAt(clientX: number, clientY: number): PointerArea {
    const { host, canvas } = this.#parts;
    const box = host.getBoundingClientRect();
    const scale = canvas.chart.timeScale();
    const [x, y] = [clientX - box.left, clientY - box.top];
    if (x < 0 || x >= scale.width() || clientY < box.top || clientY >= box.bottom) return { kind: 'other', x, y };
    if (clientY >= box.bottom - scale.height()) return { kind: 'time-axis', x, y };
    return { kind: this.#isOnPane(clientY) ? 'bars' : 'other', x, y };
  }

  hitAt(x: number, y: number | null): Hit {
    const { canvas, overlays, props } = this.#parts;
    const axis = canvas.axis();
    const visible = axis?.visible() ?? null;
    if (axis === null || visible === null) return { kind: 'bars' };
    const fade = y === null || !props().show.labels ? null : fadeHit(x, y, canvas.candleHeight(), this.#selected(), axis);
    if (fade !== null) return fade;
    const from = axis.timeOf(Math.max(0, visible.from - REACH_BARS));
    const last = Math.min(axis.count - 1, visible.to + REACH_BARS);
    const spans = overlays.labels.touching(from, last === axis.count - 1 ? Infinity : axis.timeOf(last));
    return hitTest(x, spans, props().selectedSpanId, axis);
  }

  open(x: number): void {
    const hit = this.hitAt(x, null);
    if (hit.kind !== 'bars') this.#parts.props().onOpenSpan?.(hit.span.id);
  }

  menu(clientX: number, clientY: number): void {
    const place = this.#placeUnder(clientX, clientY);
    if (place !== null) this.#parts.props().onMenu?.(place);
  }

  /** What a menu for this bar would be about; null: it is not in view. */
  placeAt(time: TimeMs): ChartPlace | null {
    const { host, canvas } = this.#parts;
    const axis = canvas.axis();
    const visible = axis?.visible() ?? null;
    const index = axis?.indexOf(time) ?? -1;
    if (axis === null || visible === null || index < visible.from || index > visible.to) return null;
    const { left, top, height } = host.getBoundingClientRect();
    return this.#placeUnder(left + axis.middleOf(index), top + height / 2);
  }

  #placeUnder(clientX: number, clientY: number): ChartPlace | null {
    const { host, canvas, overlays } = this.#parts;
    const axis = canvas.axis();
    if (axis === null) return null;
    const x = clientX - host.getBoundingClientRect().left;
    const time = axis.timeOf(axis.indexAt(x));
    const hit = this.hitAt(x, null);
    const [first, second] = overlays.predicted.map((spans) => spans.touching(time, time).at(0));
    const predicted = first !== undefined ? { rank: 'first' as const, span: first } : second !== undefined ? { rank: 'second' as const, span: second } : null;
    return { clientX, clientY, time, spanId: hit.kind === 'bars' ? null : hit.span.id, predicted };
  }

  context(y: number, isFree: boolean): DragContext | null {
    const { canvas, props } = this.#parts;
    const axis = canvas.axis();
    const { window, snapToSwings = false } = props();
    const swings = snapToSwings && !isFree ? (canvas.loaded?.bars ?? null) : null;
    return axis === null ? null : { axis, price: canvas.priceAt(y), swings, bounds: window, selected: this.#selected() };
  }

  #selected(): Span | null {
    const { selectedSpanId, spans } = this.#parts.props();
    return selectedSpanId === null ? null : (spans.find(({ id }) => id === selectedSpanId) ?? null);
  }

  onDrag(state: DragState, x: number): void {
    const { canvas, overlays } = this.#parts;
    if (state.kind === 'pressed') this.#takeFocus();
    overlays.setDrag(state);
    const axis = canvas.axis();
    if (axis !== null && state.kind !== 'idle') canvas.pointAt(axis.indexAt(x));
  }

  perform(effects: readonly DragEffect[]): void {
    for (const effect of effects) this.#carryOut(effect);
  }

  hint(hint: PointerHint): void {
    this.#parts.root.dataset.pointer = hint;
  }

  wheel(intent: WheelIntent, x: number): void {
    const { keeper, canvas, props } = this.#parts;
    if (intent.kind === 'pan') return this.#panBy(-intent.pixels);
    const anchor = keeper.view.from + canvas.partLeftOf(x) * viewWidth(keeper.view);
    void keeper.show(zoomView(keeper.view, intent.factor, anchor, props().series.barCount));
  }

  /** The right edge of the view stays; the bar under the pointer follows it. */
  stretch(event: 'begin' | 'move', x: number): void {
    const { keeper, canvas, props } = this.#parts;
    if (event === 'begin') this.#stretchFrom = { x, view: keeper.view };
    if (this.#stretchFrom === null || event === 'begin') return;
    const width = canvas.width();
    const lengthAt = (at: number): number => Math.max(NEAREST_STRETCH, width - at);
    const { view } = this.#stretchFrom;
    void keeper.show(zoomView(view, lengthAt(x) / lengthAt(this.#stretchFrom.x), view.to, props().series.barCount));
  }

  touch(active: boolean): void {
    this.#parts.keeper.hold(active);
  }

  #carryOut(effect: DragEffect): void {
    const props = this.#parts.props();
    switch (effect.kind) {
      case 'pan-by':
        return this.#panBy(effect.pixels);
      case 'cursor':
        return props.onCursor(effect.time);
      case 'select':
        return props.onSelectSpan(effect.id, effect.edge);
      case 'measure':
        return props.onMeasure?.({ from: effect.from, to: effect.to });
      case 'create':
        return this.#exactly(effect.span, null, (span) => props.onCreateSpan(span.startTime, span.endTime));
      case 'fade':
        return props.onFadeSpan?.(effect.id, effect.edge, effect.uncertainty);
      case 'move':
        return this.#exactly(effect.span, props.spans.find((span) => span.id === effect.id) ?? null, (span) =>
          props.onMoveSpan(effect.id, span.startTime, span.endTime),
        );
      default:
        return assertNever(effect);
    }
  }

  #panBy(pixels: number): void {
    const { keeper } = this.#parts;
    void keeper.show(panView(keeper.view, -pixels / keeper.barWidth));
  }

  /** At once where candles are bars; else after the last bar of the last candle was asked for. */
  #exactly(drawn: TimeSpan, before: TimeSpan | null, tell: (span: TimeSpan) => void): void {
    const { canvas, props, onError } = this.#parts;
    const { series, source, window } = props();
    const { loaded } = canvas;
    if (loaded === null || loaded.level === 0) return tell(drawn);
    exactSpan(drawn, before, loaded, series.barCount, source).then((span) => tell(withinBounds(span, window)), onError);
  }

  /** The press itself was kept from the browser, so it does not move the focus. */
  #takeFocus(): void {
    const { root } = this.#parts;
    if (document.activeElement === root) return;
    root.dataset.focus = 'pointer';
    for (const event of ['blur', 'keydown']) root.addEventListener(event, () => delete root.dataset.focus, { once: true });
    root.focus({ preventScroll: true });
  }

  /** False on the line between two panes, which the library lets one drag. */
  #isOnPane(clientY: number): boolean {
    return this.#parts.canvas.chart.panes().some((pane) => {
      const box = pane.getHTMLElement()?.getBoundingClientRect();
      return box !== undefined && clientY >= box.top + 2 && clientY < box.bottom - 2;
    });
  }
}
