import { useActions } from '../../../actions/actions-context.tsx';
import type { ActionHandlers } from '../../../actions/action-board.ts';
import type { ActionId } from '../../../actions/action-definitions.ts';
import { firstOf } from '../../../actions/first-of.ts';
import { CONFIDENCE_STEPS, SPAN_TYPES, type Direction, type Span } from '../../../../shared/domain/span.ts';
import type { TimeMs } from '../../../../shared/domain/time.ts';
import { uncertaintyWithin } from '../../../../shared/labels/uncertainty.ts';
import { heldStride } from '../../../labels/held-stride.ts';
import { nextInCycle } from '../../../labels/next-in-cycle.ts';
import { edgeAfter, edgePatch, edgeTime, otherEdge, type Edge, type TimeRange } from '../../../labels/span-edges.ts';
import { useDialogs } from '../../../state/dialogs.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { refuseInPast } from '../history/refuse-in-past.ts';
import type { Overlay } from '../scene/use-overlay.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import { advancing, makeWalk, type Walk } from './make-walk.ts';
import { predictionActions } from './prediction-actions.ts';
import { moveCursor, stepInScene } from './step-in-scene.ts';
import type { SpanEditing } from './use-span-editing.ts';
import { useWaitingKeys } from './use-waiting-keys.ts';
import type { WindowFlow } from './use-window-flow.ts';
import { useWalkedPredictions, type WalkedPredictions } from './walked-predictions.ts';

/** Left to the review, but after their turn: a disagreement is decided once it is on the chart. */
const elsewhere = (ids: readonly ActionId[]): ActionHandlers => Object.fromEntries(ids.map((id) => [id, () => false]));
const REVIEW_DECISIONS = elsewhere(['review.accept', 'review.fix', 'review.fix-start', 'review.fix-end', 'review.reject', 'review.unsure']);
const REVIEW_WALK = elsewhere(['review.next', 'review.previous']);

const TYPES = [null, ...SPAN_TYPES];
const DIRECTIONS: readonly (Direction | null)[] = [null, 'up', 'down'];

/** What the keys, the palette and the buttons of the Label screen do. */
export function useLabelActions(scene: Scene, overlay: Overlay, { editing, flow }: { readonly editing: SpanEditing; readonly flow: WindowFlow }): void {
  const walked = useWalkedPredictions(scene, overlay);
  const walk = makeWalk(scene, walked);
  const ofLabels = { ...cursorActions(scene, editing), ...spanActions(scene, editing), ...walkingActions(walk) };
  const ofBars = advancing(walk, firstOf(predictionActions(scene, editing, walked), ofLabels));
  const actions = useWaitingKeys(scene, {
    onWindow: { ...REVIEW_DECISIONS, ...ofBars, ...windowActions(scene, flow) },
    anywhere: { ...REVIEW_WALK, ...selectionActions(scene, walked), ...queueActions(scene, flow) },
  });
  useActions({ ...actions, ...whileChartHasFocus(actions, ['span.next', 'span.previous']), ...chartActions(scene) });
}

const session = () => useSession.getState();

function selectedSpan(scene: Scene): Span | undefined {
  const { selectedId } = session();
  return scene.spans.find((span) => span.id === selectedId);
}

const middleOf = (range: TimeRange): TimeMs => ((range.startTime + range.endTime) / 2) as TimeMs;

function cursorActions(scene: Scene, editing: SpanEditing): ActionHandlers {
  const moveEdge = (span: Span, edge: Edge, bars: number): void | false => {
    const to = stepInScene(scene, edgeTime(span, edge), bars);
    if (to === null) return false;
    editing.patch(span, edgePatch(span, edge, to), { mayGrow: true });
  };
  const move = (bars: number) => (repeats: number): void | false => {
    const { edge, cursor, visible } = session();
    const span = selectedSpan(scene);
    if (span !== undefined && edge !== null) return moveEdge(span, edge, bars);
    const from = cursor ?? scene.window?.startTime ?? (visible === null ? undefined : middleOf(visible));
    return from === undefined ? false : moveCursor(stepInScene(scene, from, bars * heldStride(repeats)));
  };
  const moveOther = (bars: number): void | false => {
    const span = selectedSpan(scene);
    return span === undefined ? false : moveEdge(span, otherEdge(session().edge), bars);
  };
  const bounds = scene.window ?? { startTime: scene.series.firstTime, endTime: scene.series.lastTime };
  return {
    'move.left': move(-1),
    'move.right': move(1),
    'move.left-5': move(-5),
    'move.right-5': move(5),
    'move.other-left': () => moveOther(-1),
    'move.other-right': () => moveOther(1),
    'move.first': () => moveCursor(bounds.startTime),
    'move.last': () => moveCursor(bounds.endTime),
  };
}

function walkingActions(walk: Walk): ActionHandlers {
  return { 'span.next': () => walk.go('next'), 'span.previous': () => walk.go('previous') };
}

/** Elsewhere their keys walk through the controls, as everywhere. */
function whileChartHasFocus(handlers: ActionHandlers, ids: readonly ActionId[]): ActionHandlers {
  const hasFocus = () => document.activeElement?.closest('[data-area=chart]') != null;
  return Object.fromEntries(ids.map((id) => [id, (repeats: number) => (hasFocus() ? handlers[id]!(repeats) : false)]));
}

function selectionActions(scene: Scene, walked: WalkedPredictions): ActionHandlers {
  const isAnySelected = () => selectedSpan(scene) !== undefined || walked.chosen() !== null;
  return {
    'span.edge': () => (!isAnySelected() ? false : session().set({ edge: edgeAfter(session().edge) })),
    'span.deselect': () => {
      const { pendingStart, selectedId, prediction, set } = session();
      if (pendingStart !== null) set({ pendingStart: null });
      else if (selectedId !== null || prediction !== null) set({ selectedId: null, edge: null });
      else return false;
    },
  };
}

function spanActions(scene: Scene, editing: SpanEditing): ActionHandlers {
  const onSelected = (change: (span: Span) => void) => (): void | false => {
    const span = selectedSpan(scene);
    return span === undefined ? false : change(span);
  };
  const confidence = (value: number) => (): void | false => {
    const { pendingStart, cursor } = session();
    if (pendingStart !== null && cursor !== null) return editing.create(pendingStart, cursor, value);
    return onSelected((span) => editing.setConfidence(span, value))();
  };
  const uncertainty = (bars: number) =>
    onSelected((span) => {
      const name = session().edge === 'end' ? 'endUncertainty' : 'startUncertainty';
      editing.patch(span, { [name]: uncertaintyWithin(span[name] + bars) }, { mayGrow: true });
    });
  const forMany = (dialog: 'delete-spans' | 'set-type') => () => {
    if (!refuseInPast(scene)) useDialogs.getState().show(dialog);
  };
  return {
    'span.start-end': () => {
      const { pendingStart, cursor, set } = session();
      if (cursor === null) return false;
      if (refuseInPast(scene)) return;
      if (pendingStart !== null) editing.create(pendingStart, cursor);
      else set({ pendingStart: cursor, selectedId: null, edge: null });
    },
    'span.confidence-1': confidence(CONFIDENCE_STEPS[0]),
    'span.confidence-2': confidence(CONFIDENCE_STEPS[1]),
    'span.confidence-3': confidence(CONFIDENCE_STEPS[2]),
    'span.confidence-4': confidence(CONFIDENCE_STEPS[3]),
    'span.confidence-5': confidence(CONFIDENCE_STEPS[4]),
    'span.less-uncertain': uncertainty(-1),
    'span.more-uncertain': uncertainty(1),
    'span.advance': () => useViewOptions.getState().set({ advance: !useViewOptions.getState().advance }),
    'span.type': onSelected((span) => editing.patch(span, { type: nextInCycle(TYPES, span.type) })),
    'span.direction': onSelected((span) => editing.patch(span, { direction: nextInCycle(DIRECTIONS, span.direction) })),
    'span.note': onSelected(() => document.querySelector<HTMLElement>('[data-testid=span-note]')?.focus()),
    'span.delete': onSelected(editing.remove),
    'spans.delete': forMany('delete-spans'),
    'spans.type': forMany('set-type'),
  };
}

/** What is done with the window that is open. */
function windowActions(scene: Scene, flow: WindowFlow): ActionHandlers {
  const inWindow = (act: () => unknown) => (): void | false => (scene.window === null ? false : void act());
  return {
    'window.complete': inWindow(flow.complete),
    'window.reopen': inWindow(flow.reopen),
    'window.of-span': () => {
      const span = selectedSpan(scene);
      if (span === undefined || span.windowId === null || span.windowId === scene.window?.id) return false;
      session().set({ selectOnArrival: span.id });
      flow.open(span.windowId);
    },
  };
}

function queueActions(scene: Scene, flow: WindowFlow): ActionHandlers {
  return {
    // At once: what is typed next is the reason.
    'window.skip': () => (scene.window === null ? false : useDialogs.getState().show('skip-window')),
    'window.next': () => void flow.step('next'),
    'window.previous': () => void flow.step('previous'),
    'window.back': flow.back,
    'window.date': () => useDialogs.getState().show('go-to-date'),
    'window.make': () => useDialogs.getState().show('make-windows'),
    'window.free': () => {
      const { windowId, freeChart, set } = useWorkspace.getState();
      if (freeChart && windowId === null) return void flow.step('next');
      set({ freeChart: !freeChart, seriesId: scene.series.id });
    },
  };
}

function chartActions(scene: Scene): ActionHandlers {
  const view = useViewOptions.getState();
  const { window } = scene;
  return {
    'chart.mode': () => view.set({ mode: useViewOptions.getState().mode === 'label' ? 'pan' : 'label' }),
    'chart.snap': () => view.set({ snapToSwings: !useViewOptions.getState().snapToSwings }),
    'chart.zoom-in': () => session().chart?.zoom(1.4),
    'chart.zoom-out': () => session().chart?.zoom(1 / 1.4),
    'chart.fit': () => (window === null ? false : void session().chart?.showRange(window.startTime, window.endTime, FIT_MARGIN_BARS)),
    'chart.whole': () => void session().chart?.showWholeSeries(),
    'chart.labels': () => view.toggle('labels'),
    'chart.predictions': () => view.toggle('predictedSpans'),
    'chart.probability': () => view.toggle('probability'),
    'chart.soft-mask': () => view.toggle('softMask'),
    'chart.volume': () => view.toggle('volume'),
  };
}

/** Bars shown around a window, so that it is seen in its context. */
export const FIT_MARGIN_BARS = 8;
