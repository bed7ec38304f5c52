import type { ChartPlace } from '../../../../chart/chart-types.ts';
import { belongsElsewhere } from '../../../../labels/belongs-elsewhere.ts';
import { PointMenu } from '../../../../ui/PointMenu.tsx';
import type { SpanEditing } from '../../editing/use-span-editing.ts';
import type { Review } from '../../review/use-review.ts';
import type { Scene } from '../../scene/use-scene.ts';
import { BarItems } from './BarItems.tsx';
import { DisagreementItems } from './DisagreementItems.tsx';
import { entryAt } from './entry-at.ts';
import { SpanItems } from './SpanItems.tsx';

interface BarsMenuProps {
  readonly place: ChartPlace;
  readonly scene: Scene;
  readonly editing: SpanEditing;
  readonly review: Review;
  readonly onClose: () => void;
}

/** What can be done with what lies under the pointer: the label, what the run disagrees in, the bar. */
export function BarsMenu({ place, scene, editing, review, onClose }: BarsMenuProps) {
  const span = scene.spans.find(({ id }) => id === place.spanId);
  const isNow = scene.past === null;
  const entry = isNow && review.isOn ? entryAt(review.page?.entries ?? [], scene.window?.id ?? null, place) : null;
  return (
    <PointMenu label="What can be done here" x={place.clientX} y={place.clientY} onClose={onClose}>
      {span !== undefined && isNow && <SpanItems span={span} isElsewhere={belongsElsewhere(span, scene.window?.id ?? null)} editing={editing} />}
      {entry !== null && <DisagreementItems entry={entry} review={review} />}
      <BarItems time={place.time} scene={scene} />
    </PointMenu>
  );
}
