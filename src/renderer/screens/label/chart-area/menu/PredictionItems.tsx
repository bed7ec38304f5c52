import type { RunId } from '../../../../../shared/domain/ids.ts';
import type { PredictedSpan } from '../../../../../shared/domain/prediction.ts';
import type { Span } from '../../../../../shared/domain/span.ts';
import { MenuItem, MenuSection } from '../../../../ui/PointMenu.tsx';
import { formatFigure } from '../../../../ui/format/number.ts';
import type { SpanEditing } from '../../editing/use-span-editing.ts';

interface PredictionItemsProps {
  readonly predicted: PredictedSpan;
  readonly runId: RunId;
  /** That it meets and that can be changed here; undefined: there is none. */
  readonly label: Span | undefined;
  readonly editing: SpanEditing;
}

/** As accepting in a review. */
const ACCEPTED_CONFIDENCE = 1;

/** Of a predicted span outside of a review: what becomes of the labels. */
export function PredictionItems({ predicted, runId, label, editing }: PredictionItemsProps) {
  const { score, startTime, endTime } = predicted;
  return (
    <MenuSection title={`Predicted, ${formatFigure(score)}`}>
      {label === undefined && (
        <MenuItem action="review.accept" onChoose={() => editing.takeOver({ score, runId }, predicted, { confidence: ACCEPTED_CONFIDENCE })}>
          Make it a label
        </MenuItem>
      )}
      {label !== undefined && <MenuItem onChoose={() => editing.move(label.id, startTime, endTime)}>Give the label its edges</MenuItem>}
    </MenuSection>
  );
}
