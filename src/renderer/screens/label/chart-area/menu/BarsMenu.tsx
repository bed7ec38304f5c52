import type { PredictedSpan } from '../../../../../shared/domain/prediction.ts';
import type { Span } from '../../../../../shared/domain/span.ts';
import type { ChartPlace } from '../../../../chart/chart-types.ts';
import { belongsElsewhere } from '../../../../labels/belongs-elsewhere.ts';
import { PointMenu } from '../../../../ui/PointMenu.tsx';
import type { SpanEditing } from '../../editing/use-span-editing.ts';
import type { Review } from '../../review/use-review.ts';
import type { Overlay } from '../../scene/use-overlay.ts';
import type { Scene } from '../../scene/use-scene.ts';
import { BarItems } from './BarItems.tsx';
import { DisagreementItems } from './DisagreementItems.tsx';
import { PredictionItems } from './PredictionItems.tsx';
import { entryAt } from './entry-at.ts';
import { SpanItems } from './SpanItems.tsx';

interface BarsMenuProps {
  readonly place: ChartPlace;
  readonly scene: Scene;
  readonly overlay: Overlay;
  readonly editing: SpanEditing;
  readonly review: Review;
  readonly onClose: () => void;
}

/** What can be done with what lies under the pointer: the label, what the run disagrees in, the bar. */
export function BarsMenu({ place, scene, overlay, editing, review, onClose }: BarsMenuProps) {
  const span = scene.spans.find(({ id }) => id === place.spanId);
  const isNow = scene.past === null;
  const entry = isNow && review.isOn ? entryAt(review.page?.entries ?? [], scene.window?.id ?? null, place) : null;
  const { predicted } = place;
  const run = predicted === null ? null : overlay[predicted.rank].run;
  return (
    <PointMenu label="What can be done here" x={place.clientX} y={place.clientY} onClose={onClose}>
      {span !== undefined && isNow && <SpanItems span={span} isElsewhere={belongsElsewhere(span, scene.window?.id ?? null)} editing={editing} />}
      {entry !== null && <DisagreementItems entry={entry} review={review} />}
      {isNow && entry === null && predicted !== null && run !== null && <PredictionItems predicted={predicted.span} runId={run.id} label={labelMeeting(predicted.span, scene)} editing={editing} />}
      <BarItems time={place.time} scene={scene} />
    </PointMenu>
  );
}

function labelMeeting({ startTime, endTime }: PredictedSpan, { spans, window }: Scene): Span | undefined {
  return spans.find((span) => span.startTime <= endTime && span.endTime >= startTime && !belongsElsewhere(span, window?.id ?? null));
}
