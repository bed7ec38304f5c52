import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { BarColumns } from '../../../shared/domain/bar.ts';
import type { SpanId } from '../../../shared/domain/ids.ts';
import type { TimeMs } from '../../../shared/domain/time.ts';
import type { ChartMode, MeasurePoint, SpanEdge, TimeSpan } from '../chart-types.ts';
import type { BarAxis } from '../geometry/bar-axis.ts';
import { pulledUncertainty } from './fade-handle.ts';
import { edgeMoved, spanBetween, spanMoved, spanReaching } from './span-geometry.ts';
import { edgeAtBar, swingNear } from './swings.ts';
import type { Hit, SpanTarget } from './hit-test.ts';

/** A press becomes a drag after so many CSS pixels; less is a click with an unsteady hand. */
const DRAG_THRESHOLD = 4;

/** Where and how the button went down; `x` in CSS pixels from the left of the pane. */
export interface Press {
  readonly x: number;
  readonly hit: Hit;
  readonly mode: ChartMode;
  /** Under the pointer; null: there is no price scale yet. */
  readonly price: number | null;
  /** With Shift. */
  readonly shift: boolean;
}

export type DragState =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'pressed' } & Press)
  | { readonly kind: 'creating'; readonly anchor: TimeMs; readonly span: TimeSpan | null }
  | { readonly kind: 'moving-edge'; readonly target: SpanTarget; readonly edge: SpanEdge; readonly span: TimeSpan; readonly swing: TimeMs | null }
  | { readonly kind: 'fading'; readonly target: SpanTarget; readonly edge: SpanEdge; readonly x: number; readonly uncertainty: number }
  | { readonly kind: 'moving-body'; readonly target: SpanTarget; readonly x: number; readonly span: TimeSpan }
  | { readonly kind: 'measuring'; readonly from: MeasurePoint; readonly to: MeasurePoint }
  | { readonly kind: 'panning'; readonly x: number };

/** What the chart has to do after a step. */
export type DragEffect =
  | { readonly kind: 'pan-by'; readonly pixels: number }
  | { readonly kind: 'cursor'; readonly time: TimeMs }
  | { readonly kind: 'select'; readonly id: SpanId | null; readonly edge: SpanEdge | null }
  | { readonly kind: 'measure'; readonly from: MeasurePoint; readonly to: MeasurePoint }
  | { readonly kind: 'create'; readonly span: TimeSpan }
  | { readonly kind: 'fade'; readonly id: SpanId; readonly edge: SpanEdge; readonly uncertainty: number }
  | { readonly kind: 'move'; readonly id: SpanId; readonly span: TimeSpan };

export interface DragStep {
  readonly state: DragState;
  readonly effects: readonly DragEffect[];
}

export interface DragContext {
  readonly axis: BarAxis;
  /** Under the pointer now; null: there is no price scale yet. */
  readonly price: number | null;
  /** The loaded bars where their swings attract edges; null: they do not. */
  readonly swings: BarColumns | null;
  /** Spans are made and kept inside of it; null: anywhere. */
  readonly bounds: TimeSpan | null;
  readonly selected: SpanTarget | null;
}

export const IDLE: DragState = { kind: 'idle' };

const stay = (state: DragState): DragStep => ({ state, effects: [] });
const finish = (...effects: DragEffect[]): DragStep => ({ state: IDLE, effects });

export function press(how: Press): DragStep {
  return stay({ kind: 'pressed', ...how });
}

export function drag(state: DragState, x: number, context: DragContext): DragStep {
  switch (state.kind) {
    case 'idle':
      return stay(state);
    case 'pressed':
      return Math.abs(x - state.x) < DRAG_THRESHOLD ? stay(state) : drag(begin(state, context.axis), x, context);
    case 'creating':
      return stay({ ...state, span: spanBetween(context.axis, state.anchor, x, context.bounds) });
    case 'moving-edge':
      return stay({ ...state, ...edgeDragged(state, x, context) });
    case 'fading':
      return stay({ ...state, uncertainty: pulledUncertainty({ span: state.target, edge: state.edge }, state.x, x, context.axis) });
    case 'moving-body':
      return stay({ ...state, span: spanMoved(context.axis, state.target, x - state.x, context.bounds) });
    case 'measuring':
      return stay({ ...state, to: pointAt(context.axis, x, context.price) });
    case 'panning':
      return { state: { kind: 'panning', x }, effects: [{ kind: 'pan-by', pixels: x - state.x }] };
    default:
      return assertNever(state);
  }
}

export function release(state: DragState, context: DragContext): DragStep {
  switch (state.kind) {
    case 'pressed':
      return finish(...click(state, context));
    case 'creating':
      return state.span === null ? finish() : finish({ kind: 'create', span: state.span });
    case 'moving-edge':
    case 'moving-body':
      return finish(...moveTo(state.target, state.span));
    case 'fading':
      return state.uncertainty === uncertaintyOf(state.target, state.edge) ? finish() : finish({ kind: 'fade', id: state.target.id, edge: state.edge, uncertainty: state.uncertainty });
    case 'measuring':
      return finish({ kind: 'measure', from: state.from, to: state.to });
    case 'idle':
    case 'panning':
      return finish();
    default:
      return assertNever(state);
  }
}

/** What is being made or moved, to be drawn meanwhile; null: nothing. */
export function dragPreview(state: DragState): DragPreview | null {
  if (state.kind === 'moving-edge' || state.kind === 'moving-body') return { span: state.span, id: state.target.id, fade: null };
  if (state.kind === 'fading') return { span: state.target, id: state.target.id, fade: { edge: state.edge, uncertainty: state.uncertainty } };
  return state.kind === 'creating' && state.span !== null ? { span: state.span, id: null, fade: null } : null;
}

export interface DragPreview {
  readonly span: TimeSpan;
  /** null: it does not exist yet. */
  readonly id: SpanId | null;
  /** Of an edge whose uncertainty is dragged. */
  readonly fade: SpanFade | null;
}

export interface SpanFade {
  readonly edge: SpanEdge;
  /** In bars. */
  readonly uncertainty: number;
}

const uncertaintyOf = (span: SpanTarget, edge: SpanEdge): number => (edge === 'start' ? span.startUncertainty : span.endUncertainty);

/** Whether the chart looks the same with one as with the other: while bars are panned, nothing is drawn of the drag itself. */
export function isSameDrawing(a: DragState, b: DragState): boolean {
  if (a.kind === 'measuring' || b.kind === 'measuring') return a === b;
  const [one, other] = [dragPreview(a), dragPreview(b)];
  if (one === null || other === null) return one === other;
  return one.id === other.id && sameSpan(one.span, other.span) && one.fade?.uncertainty === other.fade?.uncertainty && swingOf(a) === swingOf(b);
}

const swingOf = (state: DragState): TimeMs | null => (state.kind === 'moving-edge' ? state.swing : null);

function begin(state: Extract<DragState, { kind: 'pressed' }>, axis: BarAxis): DragState {
  const { hit, x, mode, price, shift } = state;
  if (shift) return { kind: 'measuring', from: pointAt(axis, x, price), to: pointAt(axis, x, price) };
  if (mode === 'pan') return { kind: 'panning', x };
  if (hit.kind === 'fade') return { kind: 'fading', target: hit.span, edge: hit.edge, x, uncertainty: uncertaintyOf(hit.span, hit.edge) };
  if (hit.kind === 'edge') return { kind: 'moving-edge', target: hit.span, edge: hit.edge, span: hit.span, swing: null };
  if (hit.kind === 'body' && hit.selected) return { kind: 'moving-body', target: hit.span, x, span: hit.span };
  return { kind: 'creating', anchor: axis.timeOf(axis.indexAt(x)), span: null };
}

/** `swing`: the bar that the edge has been drawn to. */
function edgeDragged({ target, edge }: Extract<DragState, { kind: 'moving-edge' }>, x: number, { axis, swings, bounds }: DragContext): { readonly span: TimeSpan; readonly swing: TimeMs | null } {
  const near = swings === null ? null : swingNear(axis, swings, edge, x);
  const span = edgeMoved(axis, target, edge, near === null ? x : edgeAtBar(axis, edge, near), bounds);
  // Within the window and the span an edge may stop before it.
  const isThere = near !== null && axis.indexOf(edge === 'start' ? span.startTime : span.endTime) === near;
  return { span, swing: isThere ? axis.timeOf(near) : null };
}

const pointAt = (axis: BarAxis, x: number, price: number | null): MeasurePoint => ({ time: axis.timeOf(axis.indexAt(x)), price });

function click({ x, hit, shift }: Press, { axis, bounds, selected }: DragContext): DragEffect[] {
  if (shift && selected !== null) return moveTo(selected, spanReaching(axis, selected, x, bounds));
  if (hit.kind === 'edge' || hit.kind === 'fade') return [{ kind: 'select', id: hit.span.id, edge: hit.edge }];
  if (hit.kind === 'body') return [{ kind: 'select', id: hit.span.id, edge: null }];
  const cursor: DragEffect = { kind: 'cursor', time: axis.timeOf(axis.indexAt(x)) };
  return selected === null ? [cursor] : [{ kind: 'select', id: null, edge: null }, cursor];
}

function moveTo(target: SpanTarget, span: TimeSpan): DragEffect[] {
  return sameSpan(span, target) ? [] : [{ kind: 'move', id: target.id, span }];
}

const sameSpan = (a: TimeSpan, b: TimeSpan): boolean => a.startTime === b.startTime && a.endTime === b.endTime;
