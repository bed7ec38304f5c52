import type { SpanDraft } from '../../../../shared/contract/labels.ts';
import { newSpanId, type RunId, type SpanId } from '../../../../shared/domain/ids.ts';
import type { Span, SpanPatch } from '../../../../shared/domain/span.ts';
import type { TimeMs } from '../../../../shared/domain/time.ts';
import { DEFAULT_CONFIDENCE } from '../../../labels/confidence.ts';
import { belongsElsewhere } from '../../../labels/belongs-elsewhere.ts';
import { useEditLabels } from '../../../labels/labels-context.tsx';
import { edgeTime, rangeWithin, type Edge, type TimeRange } from '../../../labels/span-edges.ts';
import { useGuide } from '../../../state/guide.ts';
import { showNote } from '../../../ui/toast-manager.ts';
import { useKeyText } from '../../../ui/use-key-text.ts';
import { refuseInPast } from '../history/refuse-in-past.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';

/** Changes of spans, whether asked for by mouse, key or in the inspector. */
export interface SpanEditing {
  create(from: TimeMs, to: TimeMs, confidence?: number): void;
  /** Makes a label of a predicted span, over these bars; edge: that the arrows move next. */
  takeOver(prediction: TakenPrediction, range: TimeRange, more: { readonly confidence?: number; readonly edge?: Edge }): void;
  move(id: SpanId, from: TimeMs, to: TimeMs): void;
  /** By how many bars an edge may be off. */
  fade(id: SpanId, edge: Edge, uncertainty: number): void;
  /** `mayGrow`: further steps of the same gesture may join it. */
  patch(span: Span, patch: SpanPatch, options?: { readonly mayGrow?: boolean }): void;
  setConfidence(span: Span, confidence: number, options?: { readonly mayGrow?: boolean }): void;
  remove(span: Span): void;
}

export interface TakenPrediction {
  readonly score: number;
  readonly runId: RunId;
}

export function useSpanEditing(scene: Scene): SpanEditing {
  const edit = useEditLabels();
  const keyOfItsWindow = useKeyText('window.of-span');
  const setSession = useSession((session) => session.set);
  const guideDid = useGuide((guide) => guide.did);

  function within(from: TimeMs, to: TimeMs) {
    const range = rangeWithin(from, to, scene.window);
    if (range === undefined) showNote('Outside the window', 'Spans of a window lie inside it; use the free chart for others.');
    return range;
  }

  function create(from: TimeMs, to: TimeMs, said?: number) {
    setSession({ pendingStart: null });
    if (refuseInPast(scene)) return;
    const range = within(from, to);
    if (range === undefined) return;
    add({ ...range, confidence: said ?? DEFAULT_CONFIDENCE }, null, range.endTime);
    guideDid(said === undefined ? 'mark' : 'confidence');
  }

  function takeOver({ score, runId }: TakenPrediction, { startTime, endTime }: TimeRange, { confidence = DEFAULT_CONFIDENCE, edge }: { readonly confidence?: number; readonly edge?: Edge }) {
    if (refuseInPast(scene)) return;
    const range = within(startTime, endTime);
    if (range !== undefined) add({ ...range, confidence, source: 'prediction', score, runId }, edge ?? null, edge === undefined ? range.startTime : edgeTime(range, edge));
  }

  function add(said: Omit<SpanDraft, 'id' | 'seriesId' | 'windowId'>, edge: Edge | null, cursor: TimeMs) {
    const span: SpanDraft = { id: newSpanId(), seriesId: scene.series.id, windowId: scene.window?.id ?? null, ...said };
    edit({ kind: 'create-span', span });
    setSession({ selectedId: span.id, edge, cursor });
  }

  function mayChange(span: Span | undefined): span is Span {
    if (refuseInPast(scene)) return false;
    const isElsewhere = span !== undefined && belongsElsewhere(span, scene.window?.id ?? null);
    if (isElsewhere) showNote('It belongs to a window', `A span of a window is changed in its window: ${keyOfItsWindow} opens it.`);
    return span !== undefined && !isElsewhere;
  }

  function patch(span: Span, change: SpanPatch, options?: { readonly mayGrow?: boolean }) {
    if (!mayChange(span)) return;
    edit({ kind: 'update-span', id: span.id, patch: change }, options);
  }

  return {
    create,
    takeOver,
    move: (id, from, to) => {
      if (!mayChange(scene.spans.find((span) => span.id === id))) return;
      const range = within(from, to);
      if (range !== undefined) edit({ kind: 'update-span', id, patch: range });
    },
    fade: (id, edge, uncertainty) => {
      const span = scene.spans.find((each) => each.id === id);
      setSession({ selectedId: id, edge });
      if (span !== undefined) patch(span, { [edge === 'start' ? 'startUncertainty' : 'endUncertainty']: uncertainty });
    },
    patch,
    setConfidence: (span, confidence, options) => {
      if (span.confidence !== confidence) patch(span, { confidence }, options);
      guideDid('confidence');
    },
    remove: (span) => {
      if (!mayChange(span)) return;
      edit({ kind: 'delete-span', id: span.id });
      setSession({ selectedId: null, edge: null });
    },
  };
}
