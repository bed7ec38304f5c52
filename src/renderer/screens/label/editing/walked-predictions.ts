import type { RunId } from '../../../../shared/domain/ids.ts';
import type { PredictedSpan } from '../../../../shared/domain/prediction.ts';
import { unmetPredictions } from '../../../labels/walk-order.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import type { Overlay } from '../scene/use-overlay.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';

/** A predicted span, and the run that says it. */
export interface WalkedPrediction extends PredictedSpan {
  readonly runId: RunId;
}

/** Predicted spans that Tab goes to, besides the labels, and of which labels can be made: those that meet no label. */
export interface WalkedPredictions {
  readonly spans: readonly WalkedPrediction[];
  /** The one that was gone to, if the run still says it; null: none. */
  chosen(): WalkedPrediction | null;
}

/** Those of the first run, where they are shown; a review walks through its own list. */
export function useWalkedPredictions(scene: Scene, { first }: Overlay): WalkedPredictions {
  const isShown = useViewOptions(({ show }) => show.predictedSpans);
  const isReviewing = useWorkspace(({ reviewing }) => reviewing);
  const { run, prediction } = first;
  const isWalked = isShown && !isReviewing && scene.past === null && run !== null && prediction !== null;
  const spans = isWalked ? unmetPredictions(scene.spans, prediction.spans).map((span) => ({ ...span, runId: run.id })) : [];
  return {
    spans,
    chosen: () => {
      const { prediction: gone } = useSession.getState();
      return gone === null ? null : (spans.find(({ startTime, endTime }) => startTime === gone.startTime && endTime === gone.endTime) ?? null);
    },
  };
}
