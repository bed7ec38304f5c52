import type { ChartMode } from '../chart-types.ts';
import { FrameTask } from '../frame.ts';
import { drag, IDLE, press, release, type DragContext, type DragEffect, type DragState, type DragStep } from './drag.ts';
import { edgeScrollSpeed } from './edge-scroll.ts';
import type { Hit } from './hit-test.ts';
import { turnWheel, type WheelGesture, type WheelIntent } from './wheel.ts';

/** Where on the chart a point lies; `x` and `y` in CSS pixels from the left and the top of the pane. */
export type PointerArea = { readonly kind: 'bars' | 'time-axis' | 'other'; readonly x: number; readonly y: number };
/** What the pointer could take hold of, for the shape of the mouse cursor. */
export type PointerHint = 'edge' | 'fade' | 'body' | 'bars' | 'pan' | 'held' | 'axis' | 'none';

export interface PointerHost {
  mode(): ChartMode;
  areaAt(clientX: number, clientY: number): PointerArea;
  /** y: null where only what lies at all heights is asked for. */
  hitAt(x: number, y: number | null): Hit;
  /** With the pointer at this height; `isFree`: nothing attracts what is dragged. null: no bars are loaded. */
  context(y: number, isFree: boolean): DragContext | null;
  perform(effects: readonly DragEffect[]): void;
  onDrag(state: DragState, x: number): void;
  hint(hint: PointerHint): void;
  wheel(intent: WheelIntent, x: number): void;
  /** A drag along the time axis, from where it began. */
  stretch(event: 'begin' | 'move', x: number): void;
  touch(active: boolean): void;
  /** A double click on the bars. */
  open(x: number): void;
  /** A menu is asked for on the bars. */
  menu(clientX: number, clientY: number): void;
}

/**
 * Listens before lightweight-charts does and keeps from it what is ours: drags on the bars and on the time axis, and the
 * wheel. Touch and the price axis stay with the library.
 */
export class PointerInput {
  readonly #element: HTMLElement;
  readonly #host: PointerHost;
  readonly #abort = new AbortController();
  readonly #edgeScroll = new FrameTask(() => this.#scrollAtEdge());
  #state: DragState = IDLE;
  #pointerId: number | null = null;
  #stretching = false;
  #wheel: WheelGesture | null = null;
  #x = 0;
  #y = 0;
  /** Alt is held. */
  #isFree = false;

  constructor(element: HTMLElement, host: PointerHost) {
    this.#element = element;
    this.#host = host;
    const capture = { capture: true, signal: this.#abort.signal };
    element.addEventListener('pointerdown', (event) => this.#onDown(event), capture);
    element.addEventListener('pointermove', (event) => this.#onMove(event), capture);
    element.addEventListener('pointerup', (event) => this.#onUp(event), capture);
    element.addEventListener('pointercancel', () => this.cancel(), capture);
    element.addEventListener('dblclick', (event) => this.#onDoubleClick(event), capture);
    element.addEventListener('contextmenu', (event) => this.#onMenu(event), capture);
    element.addEventListener('wheel', (event) => this.#onWheel(event), { ...capture, passive: false });
    window.addEventListener('keydown', (event) => this.#onKey(event), capture);
  }

  dispose(): void {
    this.#edgeScroll.cancel();
    this.#abort.abort();
  }

  /** A short touch, which does what a click does. */
  tap(x: number): void {
    const context = this.#host.context(0, false);
    if (context === null || this.#pointerId !== null) return;
    this.#host.perform(release(press({ x, hit: this.#host.hitAt(x, null), mode: 'pan', price: null, shift: false }).state, context).effects);
  }

  /** Ends a drag as if it had never begun. */
  cancel(): void {
    if (this.#pointerId === null) return;
    this.#letGo();
    this.#take({ state: IDLE, effects: [] });
  }

  #onDown(event: PointerEvent): void {
    if (event.pointerType === 'touch') return this.#onTouch();
    const area = this.#host.areaAt(event.clientX, event.clientY);
    const context = this.#host.context(area.y, event.altKey);
    if (area.kind === 'other' || event.button > 1 || this.#pointerId !== null || context === null) return;
    // Without the mouse events that would follow, the library sees nothing of this drag.
    event.preventDefault();
    this.#element.setPointerCapture(event.pointerId);
    this.#pointerId = event.pointerId;
    this.#follow(area, event);
    this.#stretching = area.kind === 'time-axis';
    if (this.#stretching) this.#host.stretch('begin', area.x);
    else this.#take(press({ x: area.x, hit: this.#host.hitAt(area.x, area.y), price: context.price, ...this.#meaningOf(event) }));
  }

  #follow({ x, y }: PointerArea, { altKey }: PointerEvent): void {
    this.#x = x;
    this.#y = y;
    this.#isFree = altKey;
  }

  /** The middle button moves the bars, whatever else is held. */
  #meaningOf({ button, shiftKey }: PointerEvent): { readonly mode: ChartMode; readonly shift: boolean } {
    return button === 1 ? { mode: 'pan', shift: false } : { mode: this.#host.mode(), shift: shiftKey };
  }

  #onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const area = this.#host.areaAt(event.clientX, event.clientY);
    if (event.pointerId !== this.#pointerId) {
      if (event.buttons === 0) this.#host.hint(this.#hintAt(area));
      return;
    }
    this.#follow(area, event);
    if (this.#stretching) this.#host.stretch('move', area.x);
    else this.#dragTo(area.x);
  }

  #onUp(event: PointerEvent): void {
    if (event.pointerId !== this.#pointerId) return;
    const context = this.#host.context(this.#y, this.#isFree);
    const wasStretching = this.#stretching;
    this.#letGo();
    if (!wasStretching && context !== null) this.#take(release(this.#state, context));
    this.#host.hint(this.#hintAt(this.#host.areaAt(event.clientX, event.clientY)));
  }

  #onTouch(): void {
    this.#host.touch(true);
    const end = (): void => this.#host.touch(false);
    const once = { once: true, signal: this.#abort.signal };
    window.addEventListener('pointerup', end, once);
    window.addEventListener('pointercancel', end, once);
  }

  #onWheel(event: WheelEvent): void {
    const area = this.#host.areaAt(event.clientX, event.clientY);
    if (area.kind === 'other') return;
    event.preventDefault();
    event.stopPropagation();
    this.#wheel = turnWheel(event, event.timeStamp, this.#wheel);
    this.#host.wheel(this.#wheel.intent, area.x);
  }

  #onDoubleClick(event: MouseEvent): void {
    const area = this.#host.areaAt(event.clientX, event.clientY);
    // A touch zooms by it.
    if (area.kind === 'bars' && (event as PointerEvent).pointerType !== 'touch') this.#host.open(area.x);
  }

  /** With the Ctrl key of a Mac the press itself was taken for the beginning of a drag. */
  #onMenu(event: MouseEvent): void {
    if (this.#host.areaAt(event.clientX, event.clientY).kind !== 'bars') return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
    this.#host.menu(event.clientX, event.clientY);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.#pointerId === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  }

  #dragTo(x: number): void {
    const context = this.#host.context(this.#y, this.#isFree);
    if (context === null) return;
    this.#take(drag(this.#state, x, context));
    if (this.#isMaking() && edgeScrollSpeed(x, context.axis.width) !== 0) this.#edgeScroll.schedule();
  }

  /** Moves the bars under a pointer that holds a span beyond the pane, and goes on as long as it does. */
  #scrollAtEdge(): void {
    const context = this.#host.context(this.#y, this.#isFree);
    if (context === null || this.#pointerId === null || !this.#isMaking()) return;
    const speed = edgeScrollSpeed(this.#x, context.axis.width);
    if (speed === 0) return;
    this.#host.perform([{ kind: 'pan-by', pixels: -speed }]);
    this.#dragTo(this.#x);
  }

  #isMaking(): boolean {
    return this.#state.kind === 'creating' || this.#state.kind === 'moving-edge';
  }

  #take(step: DragStep): void {
    this.#state = step.state;
    if (step.state.kind === 'panning') this.#host.hint('held');
    this.#host.onDrag(step.state, this.#x);
    if (step.effects.length > 0) this.#host.perform(step.effects);
  }

  #letGo(): void {
    if (this.#pointerId !== null && this.#element.hasPointerCapture(this.#pointerId)) this.#element.releasePointerCapture(this.#pointerId);
    this.#pointerId = null;
    this.#stretching = false;
    this.#edgeScroll.cancel();
  }

  #hintAt(area: PointerArea): PointerHint {
    if (area.kind === 'other') return 'none';
    if (area.kind === 'time-axis') return 'axis';
    if (this.#host.mode() === 'pan') return 'pan';
    const hit = this.#host.hitAt(area.x, area.y);
    return hit.kind === 'body' && !hit.selected ? 'bars' : hit.kind;
  }
}
